package org.shapan.engine.cell;

import org.shapan.engine.star.Aggregation;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/**
 * How a query reads one measure.
 *
 * @param group the cells of the measure's fact group
 * @param first number of the measure's column in the group
 * @param second number of the count an average is divided by, or -1
 * @param time SAME where the fact group has no time hierarchy
 */
record MeasurePlan(StoredMeasure measure, GroupCells group, int first, int second, TimeAggregation time) {
    /** Whether rows are stored per level, never combined. */
    boolean isSingle() {
        return measure.aggregation() == Aggregation.NONE;
    }

    /** Whether the sum over a range divided by the number of periods is the mean of the periods. */
    boolean sumsOverTime() {
        return measure.aggregation() == Aggregation.SUM || measure.aggregation() == Aggregation.COUNT;
    }
}
