package org.shapan.engine.star;

import org.shapan.engine.catalog.Place;

/**
 * A table of the catalog that holds the facts already combined: one row for each combination of the levels it holds. A query at these
 * levels or above can be answered from it instead of the fact table.
 *
 * <p>Thread-safe.
 */
public interface AggregateTable {
    /** The table under its alias; the paths and expressions below speak of it. */
    Relation relation();

    /** Whether a statement on this table can reach the level of the base cube. */
    boolean holds(Level baseLevel);

    /** How a statement on this table reaches a level that it {@link #holds}, as {@link FactGroup#path} does for the fact table. */
    LevelPath path(Level baseLevel);

    /**
     * Whether the table is as fine as these levels and no finer, so that each combination is one row: only then can a value be taken
     * that cannot be combined further, such as a distinct count.
     *
     * @param baseLevels one per hierarchy of the base cube by ordinal, null for all members; the measures hierarchy is not looked at
     */
    boolean isExactly(Level[] baseLevels);

    /**
     * SQL of the column that holds a measure of the base cube, combined as the measure is (a count as the number of rows); null when
     * the table does not hold it.
     */
    String sql(StoredMeasure baseMeasure);

    /** Where the catalog declares it; null for one that stands in none. */
    default Place place() {
        return null;
    }

    /** SQL of the column that tells how many fact rows a row stands for. */
    String countSql();
}
