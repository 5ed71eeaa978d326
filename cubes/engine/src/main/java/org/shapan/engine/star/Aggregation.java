package org.shapan.engine.star;

/**
 * How a measure combines rows. {@link #isAdditive()} tells whether finer cells may be rolled up in memory with the same operation
 * ({@code COUNT} rolls up by summing).
 */
public enum Aggregation {
    SUM,
    COUNT,
    MIN,
    MAX,
    /** Kept as sum and count, divided on reading. */
    AVG,
    DISTINCT_COUNT,
    /** Rows are stored per level: never combined, a cell exists only where its row does. */
    NONE;

    public boolean isAdditive() {
        return this == SUM || this == COUNT || this == MIN || this == MAX;
    }
}
