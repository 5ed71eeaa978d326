package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/** Combines a stored measure over tuples as its aggregation demands. */
final class Aggregator {
    private Aggregator() {}

    static void aggregate(Evaluator evaluator, StoredMeasure measure, TupleList tuples, CellValue into) {
        if (measure.aggregation().isAdditive()
                && measure.timeAggregation() == TimeAggregation.SAME
                && !overlaps(evaluator, measure, tuples)) {
            tupleByTuple(evaluator, measure, tuples, into);
            return;
        }
        int mark = evaluator.mark();
        TupleList region = StoredRegion.of(evaluator, tuples);
        if (region == null) {
            evaluator.reset(mark);
            tupleByTuple(evaluator, measure, tuples, into);
        } else {
            evaluator.readOver(region, measure, into);
            evaluator.reset(mark);
        }
    }

    /** Whether tuples can share fact rows although their members differ. */
    private static boolean overlaps(Evaluator evaluator, StoredMeasure measure, TupleList tuples) {
        FactGroup group = measure.factGroup();
        int[] base = group.baseOrdinals(evaluator.cube());
        for (Hierarchy hierarchy : tuples.hierarchies()) {
            int ordinal = base[hierarchy.ordinal()];
            if (ordinal > 0 && group.overlaps(group.baseCube().hierarchies().get(ordinal))) {
                return true;
            }
        }
        return false;
    }

    private static void tupleByTuple(Evaluator evaluator, StoredMeasure measure, TupleList tuples, CellValue into) {
        switch (measure.aggregation()) {
            case MIN -> extreme(evaluator, tuples, -1, into);
            case MAX -> extreme(evaluator, tuples, 1, into);
            case SUM, COUNT, AVG, DISTINCT_COUNT, NONE -> sum(evaluator, tuples, into);
        }
    }

    static void sum(Evaluator evaluator, TupleList tuples, CellValue into) {
        addUp(evaluator, tuples, into);
    }

    /** The mean of the values there are. */
    static void mean(Evaluator evaluator, TupleList tuples, CellValue into) {
        int count = addUp(evaluator, tuples, into);
        if (count > 0) {
            into.setDouble(into.doubleValue() / count);
        }
    }

    /** The sum of the values there are; answers their number. */
    private static int addUp(Evaluator evaluator, TupleList tuples, CellValue into) {
        ExactSum sum = new ExactSum();
        int count = 0;
        for (int row = 0; row < tuples.size(); row++) {
            evaluator.check();
            int mark = evaluator.mark();
            evaluator.set(tuples, row);
            evaluator.value(into);
            evaluator.reset(mark);
            sum.add(into, 1);
            count += into.isEmpty() ? 0 : 1;
        }
        sum.get(into);
        return count;
    }

    private static void extreme(Evaluator evaluator, TupleList tuples, int sign, CellValue into) {
        CellValue value = evaluator.borrow();
        into.setEmpty();
        for (int row = 0; row < tuples.size(); row++) {
            evaluator.check();
            int mark = evaluator.mark();
            evaluator.set(tuples, row);
            evaluator.value(value);
            evaluator.reset(mark);
            if (!value.isEmpty() && (into.isEmpty() || sign * Scalars.compare(value.boxed(), into.boxed()) > 0)) {
                Scalars.set(value.boxed(), into);
            }
        }
        evaluator.giveBack();
    }
}
