package org.shapan.engine.star;

/** How a measure combines along the time dimension of its cube, when it differs from its aggregation elsewhere. */
public enum TimeAggregation {
    /** As everywhere: the aggregation of the measure. */
    SAME,
    /** Value of the last loaded period of the range, one for the whole cube. */
    LAST,
    FIRST,
    /** Value of the last period of the range in which the cell itself is not empty. */
    LAST_NON_EMPTY,
    /** Mean over the loaded periods of the range. */
    AVERAGE_OF_CHILDREN
}
