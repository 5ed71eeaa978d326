package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.ExactSum;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.IntegerCalc;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** One value of a set: aggregate, sum, mean, extremes, count. Empty values do not count. */
final class Aggregates implements Family {
    private static final String SNAPSHOTS = "AVERAGE_SNAPSHOTS";
    private static final Set<String> EMPTINESS = Set.of("EXCLUDEEMPTY", "INCLUDEEMPTY");

    /** What becomes of the values of a set. */
    interface Accumulator {
        void add(CellValue value);

        void get(CellValue into);
    }

    /** Makes a fresh accumulator for each evaluation. */
    @FunctionalInterface
    interface Accumulation {
        Accumulator start();
    }

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Aggregate",
                        "The current measure over a set, combined as the measure combines rows: sums are added, distinct counts and"
                                + " averages are taken over the union.")
                .overload("Aggregate(<Set>)", NUMERIC, Scope.ITERATES_CELL, null, Aggregates::aggregate)
                .overload("Aggregate(<Set>, <Numeric>)", NUMERIC, Scope.VOLATILE, null, Aggregates::aggregate));
        table.define(MdxFunction.named(
                        "ValueOver",
                        "The current cell as if a set of members were the slicer: calculated measures are computed of what their parts"
                                + " are over the set. With AVERAGE_SNAPSHOTS, measures with a rule of their own along time (the last period, say)"
                                + " take the mean over the set.")
                .overload("ValueOver(<Set>)", NUMERIC, Scope.VOLATILE, null, Aggregates::valueOver)
                .overload("ValueOver(<Set>, <Symbol>)", NUMERIC, Scope.VOLATILE, null, Aggregates::valueOver));
        accumulation(table, "Sum", "The sum of a value over a set.", Sum::new);
        accumulation(table, "Avg", "The mean of a value over a set.", Mean::new);
        accumulation(table, "Min", "The smallest value over a set.", () -> new Extreme(-1));
        accumulation(table, "Max", "The largest value over a set.", () -> new Extreme(1));
        table.define(MdxFunction.named(
                        "Count",
                        "The number of tuples of a set; with EXCLUDEEMPTY of those at which the current cell has a value.")
                .overload("Count(<Set>)", INTEGER, Aggregates::count)
                .overload("Count(<Set>, <Symbol>)", INTEGER, Scope.ITERATES_CELL, null, Aggregates::count)
                .overload("<Set>.Count", INTEGER, Aggregates::count));
        table.define(MdxFunction.named(
                        "$AggregateChildren", "Aggregate over the children of a hierarchy's current member.")
                .overload("$AggregateChildren(<Hierarchy>)", NUMERIC, Scope.VOLATILE, null, (call, c) -> {
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
                    return (ScalarCalc) (e, into) -> {
                        Hierarchy h = hierarchy.hierarchy(e);
                        e.aggregate(TupleList.ofMembers(h, MemberWalk.children(e, e.current(h))), into);
                    };
                }));
        table.define(MdxFunction.named(
                        "DistinctCount",
                        "The number of different tuples of a set at which the current cell has a value.")
                .overload("DistinctCount(<Set>)", INTEGER, Scope.ITERATES_CELL, null, (call, c) -> {
                    SetCalc set = c.set(call.arg(0));
                    return (IntegerCalc) e -> Existence.tested(e, SetOperations.distinct(set.set(e)), null)
                            .size();
                }));
    }

    private static void accumulation(
            FunctionTable.Builder table, String name, String documentation, Accumulation accumulation) {
        table.define(MdxFunction.named(name, documentation)
                .overload(
                        name + "(<Set>)", NUMERIC, Scope.ITERATES_CELL, null, (call, c) -> over(call, c, accumulation))
                .iterates(name + "(<Set>, <Numeric>)", NUMERIC, (call, c) -> over(call, c, accumulation)));
    }

    /** Feeds the value at each tuple, or the current cell when there is no second argument, to an accumulator. */
    static Calc over(CallExp call, ExpCompiler c, Accumulation accumulation) {
        SetCalc set = c.set(call.arg(0));
        ScalarCalc value = call.has(1) ? c.scalar(call.arg(1)) : Evaluator::value;
        return (ScalarCalc) (e, into) -> {
            TupleList tuples = set.set(e);
            Accumulator accumulator = accumulation.start();
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                value.value(e, into);
                e.reset(mark);
                accumulator.add(into);
            }
            accumulator.get(into);
        };
    }

    private static final class Sum implements Accumulator {
        private final ExactSum sum = new ExactSum();

        @Override
        public void add(CellValue value) {
            sum.add(value, 1);
        }

        @Override
        public void get(CellValue into) {
            sum.get(into);
        }
    }

    private static final class Mean implements Accumulator {
        private final ExactSum sum = new ExactSum();
        private long count;

        @Override
        public void add(CellValue value) {
            if (!value.isEmpty()) {
                sum.add(value, 1);
                count++;
            }
        }

        @Override
        public void get(CellValue into) {
            sum.get(into);
            if (count > 0) {
                into.setDouble(into.doubleValue() / count);
            }
        }
    }

    private static final class Extreme implements Accumulator {
        private final int sign;
        private double best = Nulls.NUMBER;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(CellValue value) {
            double number = Scalars.toNumber(value);
            if (!Nulls.isNull(number) && (Nulls.isNull(best) || sign * Double.compare(number, best) > 0)) {
                best = number;
            }
        }

        @Override
        public void get(CellValue into) {
            if (Nulls.isNull(best)) {
                into.setEmpty();
            } else {
                into.setDouble(best);
            }
        }
    }

    private static Calc aggregate(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        if (!call.has(1)) {
            return (ScalarCalc) (e, into) -> e.aggregate(set.set(e), into);
        }
        if (call.arg(1) instanceof MemberExp(Member measure, var _) && measure instanceof StoredMeasure) {
            return (ScalarCalc) (e, into) -> {
                TupleList tuples = set.set(e);
                int mark = e.mark();
                e.set(measure);
                e.aggregate(tuples, into);
                e.reset(mark);
            };
        }
        return over(call, c, Sum::new);
    }

    private static Calc valueOver(CallExp call, ExpCompiler c) {
        boolean averaging =
                call.has(1) && call.symbol(1, SNAPSHOTS, Set.of(SNAPSHOTS)).equals(SNAPSHOTS);
        List<Hierarchy> hierarchies = call.argType(0).hierarchies();
        if (hierarchies.size() > 1
                || (hierarchies.size() == 1 && hierarchies.get(0).isMeasures())) {
            throw call.error("ValueOver takes a set of members of one hierarchy that is not that of the measures");
        }
        SetCalc set = c.set(call.arg(0));
        return (ScalarCalc) (e, into) -> e.valueOver(set.set(e), averaging, into);
    }

    private static Calc count(CallExp call, ExpCompiler c) {
        String emptiness = call.symbol(1, "INCLUDEEMPTY", EMPTINESS);
        SetCalc set = c.set(call.arg(0));
        if (emptiness.equals("INCLUDEEMPTY")) {
            return (IntegerCalc) e -> set.set(e).size();
        }
        return (IntegerCalc) e -> {
            TupleList tuples = set.set(e);
            int count = 0;
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                if (!e.isEmptyCell()) {
                    count++;
                }
                e.reset(mark);
            }
            return count;
        };
    }

    /** For functions that want all numbers at once: empty values left out, in the order of the set. */
    static double[] numbers(Evaluator e, TupleList tuples, NumericCalc value) {
        double[] numbers = new double[tuples.size()];
        int count = 0;
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            double number = value.number(e);
            e.reset(mark);
            if (!Nulls.isNull(number)) {
                numbers[count++] = number;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
