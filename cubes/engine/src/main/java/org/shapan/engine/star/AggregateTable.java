package org.shapan.engine.star;

import java.util.Map;

/**
 * A table of the catalog that holds the facts already combined.
 *
 * @param levelColumns column of the aggregate table per level of the base cube it holds
 * @param measureColumns column per stored measure it holds
 * @param countColumn how many fact rows each row stands for
 */
public record AggregateTable(
        Relation relation,
        Map<Level, String> levelColumns,
        Map<StoredMeasure, String> measureColumns,
        String countColumn) {}
