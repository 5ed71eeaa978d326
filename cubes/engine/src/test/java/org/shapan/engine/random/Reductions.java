package org.shapan.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shapan.engine.mdx.AxisClause;
import org.shapan.engine.mdx.CaseExpression;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.Formula;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.MemberFormula;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.mdx.SetFormula;
import org.shapan.engine.mdx.Unparser;

/** Smaller queries made from one: without a clause, an axis, an argument, or with an argument in the place of its function. */
final class Reductions {
    private Reductions() {}

    /** The smallest query found on which {@code fails} still holds; each step takes the first smaller one that does. */
    static String smallest(String mdx, Function<String, Boolean> fails, int attempts) {
        String smallest = mdx;
        int left = attempts;
        boolean smaller = true;
        while (smaller && left > 0) {
            smaller = false;
            for (String candidate : of(smallest)) {
                if (left-- <= 0) {
                    break;
                }
                if (fails.apply(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** All queries that are one step smaller; they need not be valid. */
    static List<String> of(String mdx) {
        SelectStatement select = (SelectStatement) MdxParser.parseStatement(mdx);
        List<SelectStatement> found = new ArrayList<>();
        List<AxisClause> axes = select.axes();
        for (int i = 0; i < axes.size(); i++) {
            found.add(with(select, select.with(), renumbered(without(axes, i)), select.slicerOrNull()));
        }
        if (select.slicerOrNull() != null) {
            found.add(with(select, select.with(), axes, null));
        }
        for (int i = 0; i < select.with().size(); i++) {
            found.add(with(select, without(select.with(), i), axes, select.slicerOrNull()));
        }
        for (int i = 0; i < axes.size(); i++) {
            AxisClause axis = axes.get(i);
            if (axis.nonEmpty()) {
                found.add(with(
                        select,
                        select.with(),
                        replaced(axes, i, axis(axis, axis.set(), false)),
                        select.slicerOrNull()));
            }
            for (Expression set : of(axis.set())) {
                found.add(with(
                        select,
                        select.with(),
                        replaced(axes, i, axis(axis, set, axis.nonEmpty())),
                        select.slicerOrNull()));
            }
        }
        if (select.slicerOrNull() != null) {
            for (Expression slicer : of(select.slicerOrNull())) {
                found.add(with(select, select.with(), axes, slicer));
            }
        }
        for (int i = 0; i < select.with().size(); i++) {
            for (Formula formula : of(select.with().get(i))) {
                found.add(with(select, replaced(select.with(), i, formula), axes, select.slicerOrNull()));
            }
        }
        return found.stream().map(Unparser::unparse).toList();
    }

    private static List<Formula> of(Formula formula) {
        List<Formula> found = new ArrayList<>();
        switch (formula) {
            case MemberFormula member -> {
                if (!member.properties().isEmpty()) {
                    found.add(new MemberFormula(member.name(), member.body(), List.of(), member.region()));
                }
                of(member.body())
                        .forEach(body -> found.add(
                                new MemberFormula(member.name(), body, member.properties(), member.region())));
            }
            case SetFormula set ->
                of(set.body()).forEach(body -> found.add(new SetFormula(set.name(), body, set.region())));
        }
        return found;
    }

    private static List<Expression> of(Expression expression) {
        List<Expression> found = new ArrayList<>();
        switch (expression) {
            case FunctionCall call -> {
                List<Expression> args = call.args();
                found.addAll(args);
                boolean listed =
                        switch (call.syntax()) {
                            case FUNCTION, BRACES, PARENTHESES -> args.size() > 1;
                            default -> false;
                        };
                for (int i = 0; listed && i < args.size(); i++) {
                    found.add(call(call, without(args, i)));
                }
                for (int i = 0; i < args.size(); i++) {
                    for (Expression smaller : of(args.get(i))) {
                        found.add(call(call, replaced(args, i, smaller)));
                    }
                }
            }
            case CaseExpression choice ->
                choice.whens().forEach(when -> {
                    found.add(when.when());
                    found.add(when.then());
                });
            case SetAlias alias -> found.add(alias.set());
            default -> {
                // names and literals are as small as they get
            }
        }
        return found;
    }

    private static FunctionCall call(FunctionCall call, List<Expression> args) {
        return new FunctionCall(call.name(), call.syntax(), args, call.region());
    }

    private static AxisClause axis(AxisClause axis, Expression set, boolean nonEmpty) {
        return new AxisClause(axis.ordinal(), nonEmpty, set, List.of(), axis.region());
    }

    private static List<AxisClause> renumbered(List<AxisClause> axes) {
        List<AxisClause> numbered = new ArrayList<>();
        for (AxisClause axis : axes) {
            numbered.add(new AxisClause(numbered.size(), axis.nonEmpty(), axis.set(), List.of(), axis.region()));
        }
        return numbered;
    }

    private static SelectStatement with(
            SelectStatement select, List<Formula> with, List<AxisClause> axes, Expression slicer) {
        return new SelectStatement(with, axes, select.from(), slicer, List.of(), select.region());
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return shorter;
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, element);
        return changed;
    }
}
