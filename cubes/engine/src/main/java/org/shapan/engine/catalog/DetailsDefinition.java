package org.shapan.engine.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table whose rows a drill-through gives instead of those of the facts.
 *
 * @param keys columns that are called otherwise than the fact column they stand for
 * @param columns what it shows besides the levels of the cube
 */
public record DetailsDefinition(RelationDefinition.Leaf relation, List<Key> keys, List<Column> columns, Place place) {
    public DetailsDefinition {
        requireNonNull(relation, "relation is null");
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    public record Key(String column, String factColumn, Place place) {}

    public record Column(String name, ColumnExpression expression, Presentation presentation, Place place) {}
}
