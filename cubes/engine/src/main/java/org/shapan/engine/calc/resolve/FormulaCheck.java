package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.KpiDefinition.Part;
import org.shapan.engine.mdx.CaseExpression;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Kpi;

/**
 * Whether the formulas of a cube's catalog mean something. Members of dimensions that are not there are no fault: a star that is still empty has
 * none, and a catalog must load over it.
 */
final class FormulaCheck {
    private static final Set<OlapErrorCode> FAULTS =
            Set.of(OlapErrorCode.MDX_UNKNOWN_NAME, OlapErrorCode.MDX_TYPE, OlapErrorCode.MDX_SYNTAX);

    private final Cube cube;
    private final Faults found;

    /** @param found receives what is wrong */
    FormulaCheck(Cube cube, Faults found) {
        this.cube = requireNonNull(cube, "cube is null");
        this.found = requireNonNull(found, "found is null");
    }

    void check(Kpi kpi, Resolver resolver, ExpCompiler compiler) {
        kpi.formulas()
                .forEach((part, bound) ->
                        check("KPI '" + kpi.name() + "', " + part.label(), bound.text(), bound.formula(), () -> {
                            Exp exp = resolver.resolve(bound.formula());
                            if (part == Part.CURRENT_TIME_MEMBER) {
                                compiler.member(exp);
                            } else {
                                compiler.scalar(exp);
                            }
                        }));
    }

    /**
     * @param what names the formula
     * @param compile resolves and compiles it
     */
    void check(String what, Formula text, Expression formula, Runnable compile) {
        try {
            compile.run();
        } catch (EngineException e) {
            if (!FAULTS.contains(e.code())) {
                throw e;
            }
            if (!isOfTheData(formula, e)) {
                found.add(text.error(what, e));
            }
        }
    }

    /** Whether what is not known may be a member that is not there yet. */
    private boolean isOfTheData(Expression formula, EngineException e) {
        List<Identifier> identifiers = new ArrayList<>();
        collect(formula, identifiers);
        return e.code() == OlapErrorCode.MDX_UNKNOWN_NAME
                && identifiers.stream()
                        .filter(identifier ->
                                e.region().filter(identifier.region()::equals).isPresent())
                        .anyMatch(this::isInDimension);
    }

    private boolean isInDimension(Identifier identifier) {
        return identifier.segments().get(0) instanceof NameSegment first
                && cube.hierarchies().stream()
                        .filter(hierarchy -> !hierarchy.isMeasures())
                        .anyMatch(hierarchy -> hierarchy.dimension().name().equalsIgnoreCase(first.name())
                                || hierarchy.uniqueName().equalsIgnoreCase("[" + first.name() + "]"));
    }

    private static void collect(Expression expression, List<Identifier> into) {
        switch (expression) {
            case Identifier identifier -> into.add(identifier);
            case FunctionCall call -> call.args().forEach(arg -> collect(arg, into));
            case SetAlias alias -> collect(alias.set(), into);
            case CaseExpression choice -> {
                if (choice.operandOrNull() != null) {
                    collect(choice.operandOrNull(), into);
                }
                choice.whens().forEach(when -> {
                    collect(when.when(), into);
                    collect(when.then(), into);
                });
                if (choice.elseOrNull() != null) {
                    collect(choice.elseOrNull(), into);
                }
            }
            default -> {
                // a literal
            }
        }
    }
}
