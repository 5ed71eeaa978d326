package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.Arrays;
import java.util.Objects;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleIndex;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;

/** The tuples of a set with the largest or smallest values: by number, by share, by sum. */
final class Rankings implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        count(table, "TopCount", "The tuples with the largest values, as many as a number says, largest first.", true);
        count(
                table,
                "BottomCount",
                "The tuples with the smallest values, as many as a number says, smallest first.",
                false);
        sum(table, "TopSum", "The fewest tuples with the largest values whose sum reaches a number.", true, false);
        sum(table, "BottomSum", "The fewest tuples with the smallest values whose sum reaches a number.", false, false);
        sum(
                table,
                "TopPercent",
                "The fewest tuples with the largest values that make up a share in percent.",
                true,
                true);
        sum(
                table,
                "BottomPercent",
                "The fewest tuples with the smallest values that make up a share in percent.",
                false,
                true);
    }

    private static void count(FunctionTable.Builder table, String name, String documentation, boolean top) {
        table.define(MdxFunction.named(name, documentation)
                .overload(name + "(<Set>, <Numeric>)", SET, Rankings::first)
                .iterates(name + "(<Set>, <Numeric>, <Value>)", SET, (call, c) -> byCount(call, c, top)));
    }

    private static void sum(
            FunctionTable.Builder table, String name, String documentation, boolean top, boolean percent) {
        table.define(MdxFunction.named(name, documentation)
                .iterates(name + "(<Set>, <Numeric>, <Numeric>)", SET, (call, c) -> bySum(call, c, top, percent)));
    }

    private static Calc first(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc count = c.number(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            return tuples.slice(0, Math.clamp(Navigation.whole(count.number(e)), 0, tuples.size()));
        };
    }

    private static Calc byCount(CallExp call, ExpCompiler c, boolean top) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc count = c.number(call.arg(1));
        ScalarCalc value = c.scalar(call.arg(2));
        ValuedTuples valued = ValuedTuples.of(call.arg(0), call.arg(2), c);
        return (SetCalc) e -> {
            int n = Navigation.whole(count.number(e));
            long misses = e.misses();
            TupleList candidates = top && n > 0 ? valued.find(e) : null;
            if (candidates != null && misses != e.misses()) {
                return candidates;
            }
            if (candidates != null) {
                Object[] values = values(e, candidates, value);
                int found = (int)
                        Arrays.stream(values).filter(Objects::nonNull).limit(n).count();
                TupleList largest = candidates.select(order(values, true), found);
                return found == n ? largest : withEmpty(largest, set.set(e), n);
            }
            TupleList tuples = set.set(e);
            if (n <= 0 || tuples.isEmpty()) {
                return TupleList.empty(tuples.hierarchies());
            }
            int[] order = order(values(e, tuples, value), top);
            return tuples.select(order, Math.min(n, order.length));
        };
    }

    /** Fills up with the first tuples of a set that are not there yet: those without a value, which come last. */
    private static TupleList withEmpty(TupleList valued, TupleList tuples, int n) {
        TupleIndex there = TupleIndex.of(valued);
        TupleList.Builder all = new TupleList.Builder(tuples.hierarchies(), Math.min(n, tuples.size()));
        all.addAll(valued);
        for (int row = 0; row < tuples.size() && all.size() < n; row++) {
            if (!there.contains(tuples, row)) {
                all.add(tuples, row);
            }
        }
        return all.build();
    }

    private static Calc bySum(CallExp call, ExpCompiler c, boolean top, boolean percent) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc target = c.number(call.arg(1));
        NumericCalc value = c.number(call.arg(2));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Object[] values = values(e, tuples, value);
            double wanted = target.number(e);
            double total = 0;
            for (Object v : values) {
                total += v == null ? 0 : ((Number) v).doubleValue();
            }
            double limit = Nulls.isNull(wanted) ? 0 : percent ? total * wanted / 100 : wanted;
            int[] order = order(values, top);
            double running = 0;
            int kept = 0;
            while (kept < order.length && (kept == 0 || running < limit)) {
                Object v = values[order[kept++]];
                running += v == null ? 0 : ((Number) v).doubleValue();
            }
            return tuples.select(order, kept);
        };
    }

    private static Object[] values(Evaluator e, TupleList tuples, ScalarCalc value) {
        Object[] values = new Object[tuples.size()];
        CellValue scratch = e.borrow();
        for (int row = 0; row < values.length; row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            value.value(e, scratch);
            e.reset(mark);
            values[row] = scratch.boxed();
        }
        e.giveBack();
        return values;
    }

    /** Rows by value; equal ones in their order. */
    private static int[] order(Object[] values, boolean descending) {
        Integer[] rows = new Integer[values.length];
        Arrays.setAll(rows, row -> row);
        Arrays.sort(rows, (a, b) -> Ordering.byValue(values[a], values[b], descending));
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }
}
