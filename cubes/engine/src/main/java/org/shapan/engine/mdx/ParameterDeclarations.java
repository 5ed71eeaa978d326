package org.shapan.engine.mdx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the parameters that a query declares by {@code Parameter("name", …)}. */
public final class ParameterDeclarations {
    private final Map<String, String> byLowerName = new LinkedHashMap<>();

    private ParameterDeclarations() {}

    /** Names in the order of their first declaration in the text: formulas, axes, slicer. */
    public static List<String> names(SelectStatement select) {
        ParameterDeclarations found = new ParameterDeclarations();
        found.visit(select);
        return List.copyOf(found.byLowerName.values());
    }

    private void visit(SelectStatement select) {
        select.with().forEach(formula -> visit(formula.body()));
        select.axes().forEach(axis -> visit(axis.set()));
        if (select.from() instanceof Subselect subselect) {
            visit(subselect.select());
        }
        visit(select.slicerOrNull());
    }

    private void visit(Expression expression) {
        switch (expression) {
            case null -> {}
            case FunctionCall call -> {
                if (call.name().equalsIgnoreCase("Parameter")
                        && !call.args().isEmpty()
                        && call.args().get(0) instanceof StringLiteral name) {
                    byLowerName.putIfAbsent(name.value().toLowerCase(Locale.ROOT), name.value());
                }
                call.args().forEach(this::visit);
            }
            case SetAlias alias -> visit(alias.set());
            case CaseExpression cases -> {
                visit(cases.operandOrNull());
                cases.whens().forEach(when -> {
                    visit(when.when());
                    visit(when.then());
                });
                visit(cases.elseOrNull());
            }
            case Identifier identifier -> {}
            case NumericLiteral literal -> {}
            case StringLiteral literal -> {}
            case NullLiteral literal -> {}
            case EmptyArgument empty -> {}
        }
    }
}
