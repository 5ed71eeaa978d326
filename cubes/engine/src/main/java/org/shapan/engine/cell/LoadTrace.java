package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

/**
 * How some cells of a query came to be: one line of EXPLAIN.
 *
 * @param factGroup name of the base cube
 * @param cells levels, members and measures that were wanted
 * @param why in words: why this source and not a better one
 * @param sql null when no statement was needed
 * @param rows of the segment
 * @param millis wall time
 */
public record LoadTrace(String factGroup, String cells, Source source, String why, String sql, int rows, long millis) {
    /** Where cells came from, the best first. */
    public enum Source {
        /** A segment in the cache held them. */
        CACHE,
        /** Another query was loading the same. */
        SHARED,
        /** Rolled up in memory from a finer segment. */
        ROLLUP,
        /** A declared aggregate table. */
        AGGREGATE_TABLE,
        FACT_TABLE
    }

    public LoadTrace {
        requireNonNull(factGroup, "factGroup is null");
        requireNonNull(cells, "cells is null");
        requireNonNull(source, "source is null");
        requireNonNull(why, "why is null");
    }
}
