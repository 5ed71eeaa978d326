package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.IntegerCalc;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Where a tuple stands in a set, and which tuples go with which. */
final class Membership implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Rank",
                        "The position of a tuple in a set counted from 1, 0 when it is not in it; with a value, the position that the"
                                + " tuple's value would have among those of the set, largest first.")
                .overload("Rank(<Tuple>, <Set>)", INTEGER, Membership::rank)
                .overload("Rank(<Member>, <Set>)", INTEGER, Membership::rank)
                .overload("Rank(<Tuple>, <Set>, <Numeric>)", INTEGER, Scope.VOLATILE, null, Membership::rankByValue)
                .overload("Rank(<Member>, <Set>, <Numeric>)", INTEGER, Scope.VOLATILE, null, Membership::rankByValue));
        table.define(MdxFunction.named(
                        "Exists",
                        "The tuples of the first set that go with a tuple of the second: in every hierarchy of either, one member is the"
                                + " other, above it or below it. A hierarchy that only one of them has stands at its default member in the"
                                + " other. With the name of a base cube, the tuples for which its fact table has rows that go with a"
                                + " tuple of the second set, which may be left out.")
                .overload("Exists(<Set>, <Set>)", SET, Membership::exists)
                .overload("Exists(<Set>, <Set>, <String>)", SET, Scope.VOLATILE, null, Existence::inFacts)
                .overload("Exists(<Set>, <Empty>, <String>)", SET, Scope.VOLATILE, null, Existence::inFacts));
        table.define(MdxFunction.named("NativizeSet", "The tuples of a set at which the current cell is not empty.")
                .overload("NativizeSet(<Set>)", SET, Scope.ITERATES_CELL, null, (call, c) -> {
                    SetCalc set = c.set(call.arg(0));
                    return (SetCalc) e -> nonEmpty(e, set.set(e));
                }));
        table.define(
                MdxFunction.named("Existing", "The members of a set that go with the current members of its dimension.")
                        .overload("EXISTING <Set>", SET, Scope.VOLATILE, null, Membership::existing));
    }

    private static TupleList nonEmpty(Evaluator e, TupleList tuples) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            if (!e.isEmptyCell()) {
                rows.add(tuples, row);
            }
            e.reset(mark);
        }
        return rows.build();
    }

    private static Calc rank(CallExp call, ExpCompiler c) {
        TupleCalc tuple = c.tuple(call.arg(0));
        SetCalc set = c.set(call.arg(1));
        return (IntegerCalc) e -> {
            Member[] sought = tuple.tuple(e);
            for (Member member : sought) {
                if (member.isNull()) {
                    return Nulls.NUMBER;
                }
            }
            TupleList tuples = set.set(e);
            RowIndex index = e.sets().keep(tuples, RowIndex::new);
            return index.row(sought) + 1;
        };
    }

    private static Calc rankByValue(CallExp call, ExpCompiler c) {
        TupleCalc tuple = c.tuple(call.arg(0));
        SetCalc set = c.set(call.arg(1));
        NumericCalc value = c.number(call.arg(2));
        int[] dependencies = c.dependencies(call.arg(2), NUMERIC);
        List<Hierarchy> hierarchies = call.argType(1).tupleHierarchies();
        int[] outside = dependencies == null
                ? null
                : Arrays.stream(dependencies)
                        .filter(ordinal -> hierarchies.stream().noneMatch(h -> h.ordinal() == ordinal))
                        .toArray();
        int[] setDependencies = c.dependencies(call.arg(1), SET);
        Object key = call;
        return (IntegerCalc) e -> {
            Member[] sought = tuple.tuple(e);
            for (Member member : sought) {
                if (member.isNull()) {
                    return Nulls.NUMBER;
                }
            }
            double[] sorted;
            if (outside == null || setDependencies == null) {
                sorted = sorted(e, set.set(e), value);
            } else {
                sorted = e.sets().get(key, union(outside, setDependencies), e, any -> sorted(e, set.set(e), value));
            }
            int mark = e.mark();
            e.set(sought);
            double own = value.number(e);
            e.reset(mark);
            if (Nulls.isNull(own)) {
                return sorted.length + 1;
            }
            return 1 + larger(sorted, Values.place(own));
        };
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b))
                .distinct()
                .sorted()
                .toArray();
    }

    private static double[] sorted(Evaluator e, TupleList tuples, NumericCalc value) {
        double[] numbers = Aggregates.numbers(e, tuples, value);
        Arrays.setAll(numbers, i -> Values.place(numbers[i]));
        Arrays.sort(numbers);
        return numbers;
    }

    /** Number of values above a number, in an ascending array. */
    private static int larger(double[] sorted, double number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], number) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }

    private static Calc exists(CallExp call, ExpCompiler c) {
        SetCalc left = c.set(call.arg(0));
        SetCalc right = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = left.set(e);
            TupleList others = right.set(e);
            TupleList partners = atDefaults(e, others, tuples.hierarchies());
            List<int[]> columns = new ArrayList<>();
            for (int column = 0; column < tuples.width(); column++) {
                int other = others.hierarchies().indexOf(tuples.hierarchies().get(column));
                if (other >= 0) {
                    columns.add(new int[] {column, other});
                }
            }
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                if (goesWithDefaults(e, tuples, row, others.hierarchies())
                        && goesWithOne(tuples, row, partners, columns)) {
                    rows.add(tuples, row);
                }
            }
            return rows.build();
        };
    }

    /** The rows that go with the default members of the hierarchies that they do not have. */
    private static TupleList atDefaults(Evaluator e, TupleList tuples, List<Hierarchy> other) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            if (goesWithDefaults(e, tuples, row, other)) {
                rows.add(tuples, row);
            }
        }
        return rows.build();
    }

    private static boolean goesWithDefaults(Evaluator e, TupleList tuples, int row, List<Hierarchy> other) {
        for (int column = 0; column < tuples.width(); column++) {
            Hierarchy hierarchy = tuples.hierarchies().get(column);
            if (!hierarchy.isMeasures()
                    && !other.contains(hierarchy)
                    && !goWith(tuples.member(row, column), e.defaultMember(hierarchy))) {
                return false;
            }
        }
        return true;
    }

    private static boolean goesWithOne(TupleList tuples, int row, TupleList others, List<int[]> columns) {
        for (int other = 0; other < others.size(); other++) {
            boolean all = true;
            for (int[] pair : columns) {
                all &= goWith(tuples.member(row, pair[0]), others.member(other, pair[1]));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean goWith(Member a, Member b) {
        return a.isSelfOrDescendantOf(b) || b.isSelfOrDescendantOf(a);
    }

    private static Calc existing(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                boolean all = true;
                for (int column = 0; column < tuples.width(); column++) {
                    Member member = tuples.member(row, column);
                    all &= goWith(member, e.current(member.hierarchy()));
                }
                if (all) {
                    rows.add(tuples, row);
                }
            }
            return rows.build();
        };
    }
}
