package org.shapan.engine.api;

import java.util.List;

/** How the stored cells of a query came to be: what "explain" shows. A {@code CellSet} unwraps to it. */
public record QueryLoads(List<Load> loads) {
    public QueryLoads {
        loads = List.copyOf(loads);
    }

    /**
     * One load.
     *
     * @param factGroup name of the base cube
     * @param cells levels, members and measures that were wanted, in words
     * @param source CACHE, SHARED, ROLLUP, AGGREGATE_TABLE or FACT_TABLE
     * @param why why this source and not a better one, in words
     * @param sql null when no statement was needed
     * @param rows of the segment
     * @param millis wall time
     */
    public record Load(String factGroup, String cells, String source, String why, String sql, int rows, long millis) {}
}
