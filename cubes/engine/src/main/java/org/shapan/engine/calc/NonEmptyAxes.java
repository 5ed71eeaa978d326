package org.shapan.engine.calc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.cell.TupleList;

/**
 * Drops the positions of NON EMPTY axes that have no cell with a value over all positions of the other axes. A cell in error counts as
 * a value.
 */
final class NonEmptyAxes {
    private final Evaluator evaluator;
    private final List<AxisPlan> plans;
    private final List<TupleList> axes;
    private final BitSet[] kept;
    private final int[] position;

    NonEmptyAxes(Evaluator evaluator, List<AxisPlan> plans, List<TupleList> axes) {
        this.evaluator = evaluator;
        this.plans = plans;
        this.axes = axes;
        this.kept = new BitSet[axes.size()];
        this.position = new int[axes.size()];
        for (int axis = 0; axis < kept.length; axis++) {
            kept[axis] = plans.get(axis).nonEmpty() ? new BitSet(axes.get(axis).size()) : null;
        }
    }

    List<TupleList> filter() {
        visit(axes.size() - 1);
        List<TupleList> filtered = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            TupleList tuples = axes.get(axis);
            if (kept[axis] == null || kept[axis].cardinality() == tuples.size()) {
                filtered.add(tuples);
            } else {
                int[] rows = kept[axis].stream().toArray();
                filtered.add(tuples.select(rows, rows.length));
            }
        }
        return filtered;
    }

    /** Runs over the positions of an axis and, inside, over those of the axes before it. */
    private void visit(int axis) {
        if (axis < 0) {
            visitCell();
            return;
        }
        TupleList tuples = axes.get(axis);
        for (int row = 0; row < tuples.size(); row++) {
            position[axis] = row;
            int mark = evaluator.mark();
            evaluator.set(tuples, row);
            visit(axis - 1);
            evaluator.reset(mark);
        }
    }

    private void visitCell() {
        if (isDecided()) {
            return;
        }
        evaluator.check();
        if (hasValue()) {
            for (int axis = 0; axis < kept.length; axis++) {
                if (kept[axis] != null) {
                    kept[axis].set(position[axis]);
                }
            }
        }
    }

    /** Whether every position of the cell is known to stay already. */
    private boolean isDecided() {
        for (int axis = 0; axis < kept.length; axis++) {
            if (kept[axis] != null && !kept[axis].get(position[axis])) {
                return false;
            }
        }
        return true;
    }

    private boolean hasValue() {
        int mark = evaluator.mark();
        try {
            return !evaluator.isEmptyCell();
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.MDX_EVALUATION) {
                throw e;
            }
            evaluator.reset(mark);
            evaluator.recover();
            return true;
        }
    }
}
