package org.shapan.engine.catalog;

import java.util.List;

/**
 * An aggregate table: {@code AggName} (a name) or {@code AggPattern} (a regular expression over table names).
 *
 * @param name null for a pattern
 * @param pattern null for a name
 * @param countColumn how many fact rows a row stands for
 */
public record AggregateDefinition(
        String name,
        String pattern,
        boolean ignoreCase,
        String countColumn,
        List<String> ignoredColumns,
        List<ForeignKey> foreignKeys,
        List<Column> measures,
        List<LevelColumn> levels,
        List<AggregateDefinitions.Exclusion> exclusions,
        Place place) {
    public AggregateDefinition {
        ignoredColumns = List.copyOf(ignoredColumns);
        foreignKeys = List.copyOf(foreignKeys);
        measures = List.copyOf(measures);
        levels = List.copyOf(levels);
        exclusions = List.copyOf(exclusions);
    }

    /** A foreign key of the fact table and the column of the aggregate table that holds the same. */
    public record ForeignKey(String factColumn, String aggColumn, Place place) {}

    /**
     * The column that holds a measure.
     *
     * @param name unique name of the measure
     */
    public record Column(String name, String column, Place place) {}

    /**
     * The column that holds the keys of a level.
     *
     * @param name unique name of the level
     * @param collapsed whether the levels above are columns of the aggregate table too; else the level's key leads to its dimension
     */
    public record LevelColumn(String name, String column, boolean collapsed, Place place) {}
}
