package org.shapan.engine.api;

import java.util.List;

/**
 * How a query was answered: what {@code EXPLAIN PLAN FOR} shows. A {@code CellSet} unwraps to it.
 *
 * @param sets axes, slicer and subselects, and how large sets were made, in words
 * @param loads how the stored cells came to be, in order
 */
public record QueryLoads(List<String> sets, List<Load> loads) {
    public QueryLoads {
        sets = List.copyOf(sets);
        loads = List.copyOf(loads);
    }

    /** As a text that a person can read. */
    public String plan() {
        StringBuilder plan = new StringBuilder("Sets\n");
        sets.forEach(set -> plan.append("  ").append(set).append('\n'));
        long millis = loads.stream().mapToLong(Load::millis).sum();
        plan.append("Stored cells: ")
                .append(loads.size())
                .append(" loads, ")
                .append(millis)
                .append(" ms\n");
        for (int i = 0; i < loads.size(); i++) {
            plan.append("  ").append(i + 1).append(". ").append(loads.get(i)).append('\n');
        }
        return plan.toString();
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
    public record Load(String factGroup, String cells, String source, String why, String sql, int rows, long millis) {
        @Override
        public String toString() {
            String text = factGroup + ": " + cells + "\n     from " + source + ", " + rows + " rows, " + millis
                    + " ms: " + why;
            return sql == null ? text : text + "\n     " + sql.replace("\n", "\n     ");
        }
    }
}
