package org.shapan.engine.calc.function;

import static java.util.stream.Collectors.joining;
import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Regions;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleIndex;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;

/** Sets as sets: union, difference, intersection, distinct. The order of the first set is kept. */
final class SetOperations implements Family {
    private static final Set<String> ALL = Set.of("ALL");
    private static final Set<String> UNION_FLAGS = Set.of("ALL", "DISTINCT");

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("Union", "The tuples of two sets or more; duplicates are kept only with ALL.")
                .overload("Union(<Set>, <Set>)", SET, Scope.PLAIN, SetOperations::type, SetOperations::union)
                .overload(
                        "Union(<Set>, <Set>, <Symbol>)",
                        SET,
                        Scope.PLAIN,
                        SetOperations::type,
                        SetOperations::unionFlag)
                .overload(
                        "Union(<Set>, <Set>, <Set>...)", SET, Scope.PLAIN, SetOperations::type, SetOperations::union));
        table.define(MdxFunction.named(
                        "Except",
                        "The tuples of the first set that are not in the second; duplicates are kept only with ALL.")
                .overload("Except(<Set>, <Set>)", SET, Scope.PLAIN, SetOperations::type, SetOperations::except)
                .overload(
                        "Except(<Set>, <Set>, <Symbol>)",
                        SET,
                        Scope.PLAIN,
                        SetOperations::type,
                        SetOperations::except));
        table.define(MdxFunction.named(
                        "Intersect",
                        "The tuples of the first set that are in the second; duplicates of the first are kept only with ALL.")
                .overload("Intersect(<Set>, <Set>)", SET, Scope.PLAIN, SetOperations::type, SetOperations::intersect)
                .overload(
                        "Intersect(<Set>, <Set>, <Symbol>)",
                        SET,
                        Scope.PLAIN,
                        SetOperations::type,
                        SetOperations::intersect));
        table.define(MdxFunction.named("Distinct", "The tuples of a set, each only where it first occurs.")
                .overload("Distinct(<Set>)", SET, (call, c) -> {
                    SetCalc set = c.set(call.arg(0));
                    return (SetCalc) e -> distinct(set.set(e));
                }));
    }

    /** The hierarchies of all arguments, which must be the same ones in the same order as far as they are known. */
    static Type type(List<Exp> args) {
        List<Hierarchy> hierarchies = List.of();
        for (Exp arg : args) {
            List<Hierarchy> own = arg.type().tupleHierarchies();
            if (hierarchies.isEmpty()) {
                hierarchies = own;
            } else if (!own.isEmpty() && !own.equals(hierarchies)) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "Sets must have the same hierarchies to be united, subtracted or intersected: %s against %s"
                                .formatted(names(hierarchies), names(own)),
                        arg.region(),
                        null);
            }
        }
        return Type.set(hierarchies);
    }

    private static String names(List<Hierarchy> hierarchies) {
        return hierarchies.stream().map(Hierarchy::uniqueName).collect(joining(" * "));
    }

    static Calc union(CallExp call, ExpCompiler c) {
        List<SetCalc> sets = sets(call.args(), c);
        return (SetCalc) e -> {
            List<TupleList> parts = sets.stream().map(set -> set.set(e)).toList();
            return distinct(concatenate(parts));
        };
    }

    private static Calc unionFlag(CallExp call, ExpCompiler c) {
        List<SetCalc> sets = sets(call.args().subList(0, 2), c);
        if (call.symbol(2, "", UNION_FLAGS).equals("DISTINCT")) {
            return (SetCalc) e ->
                    distinct(concatenate(sets.stream().map(set -> set.set(e)).toList()));
        }
        return (SetCalc) e -> concatenate(sets.stream().map(set -> set.set(e)).toList());
    }

    static Calc except(CallExp call, ExpCompiler c) {
        boolean all = call.symbol(2, "", ALL).equals("ALL");
        SetCalc left = c.set(call.arg(0));
        SetCalc right = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = left.set(e);
            TupleIndex excluded = TupleIndex.of(right.set(e));
            TupleList.Builder rest = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            TupleIndex seen = new TupleIndex(all ? 0 : tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                if (!excluded.contains(tuples, row) && (all || seen.add(tuples, row))) {
                    rest.add(tuples, row);
                }
            }
            return rest.build();
        };
    }

    private static Calc intersect(CallExp call, ExpCompiler c) {
        boolean all = call.symbol(2, "", ALL).equals("ALL");
        SetCalc left = c.set(call.arg(0));
        SetCalc right = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = left.set(e);
            TupleList others = right.set(e);
            if (e.hasStandIns()) {
                return withStandIns(e, tuples, others);
            }
            TupleIndex index = TupleIndex.of(others);
            TupleList.Builder both = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                if (index.contains(tuples, row)) {
                    both.add(tuples, row);
                }
            }
            return all ? both.build() : distinct(both.build());
        };
    }

    /** Visual totals of the second set take the place of the members they are made of. */
    private static TupleList withStandIns(Evaluator e, TupleList tuples, TupleList others) {
        TupleList.Builder both = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            for (int other = 0; other < others.size(); other++) {
                if (sameOriginals(e, tuples, row, others, other)) {
                    both.add(others, other);
                    break;
                }
            }
        }
        return distinct(both.build());
    }

    private static boolean sameOriginals(Evaluator e, TupleList tuples, int row, TupleList others, int other) {
        for (int column = 0; column < tuples.width(); column++) {
            if (e.original(tuples.member(row, column)) != e.original(others.member(other, column))) {
                return false;
            }
        }
        return true;
    }

    static TupleList distinct(TupleList tuples) {
        return Regions.distinct(tuples);
    }

    static TupleList concatenate(List<TupleList> parts) {
        TupleList first = parts.stream()
                .filter(p -> !p.isEmpty())
                .findFirst()
                .or(() -> parts.stream().filter(p -> !p.hierarchies().isEmpty()).findFirst())
                .orElse(parts.get(0));
        TupleList.Builder rows = new TupleList.Builder(
                first.hierarchies(), parts.stream().mapToInt(TupleList::size).sum());
        for (TupleList part : parts) {
            rows.addAll(part);
        }
        return rows.build();
    }

    private static List<SetCalc> sets(List<Exp> args, ExpCompiler c) {
        List<SetCalc> sets = new ArrayList<>();
        for (Exp arg : args) {
            sets.add(c.set(arg));
        }
        return sets;
    }
}
