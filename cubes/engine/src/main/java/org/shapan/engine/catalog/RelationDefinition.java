package org.shapan.engine.catalog;

import java.util.List;
import java.util.stream.Stream;

/** What a cube or hierarchy is stored in. */
public sealed interface RelationDefinition {
    Place place();

    /** Names of the tables that the rows come from; empty when that is not known, as for a view. */
    default List<String> tables() {
        return switch (this) {
            case Table table -> List.of(table.name());
            case View _, InlineTable _ -> List.of();
            case Join join -> {
                List<String> left = join.left().tables();
                List<String> right = join.right().tables();
                yield left.isEmpty() || right.isEmpty()
                        ? List.of()
                        : Stream.concat(left.stream(), right.stream()).toList();
            }
        };
    }

    /** Relations with an alias; all but joins. */
    sealed interface Leaf extends RelationDefinition {
        /** Name by which columns refer to it. */
        String alias();
    }

    /**
     * A table or view of the database.
     *
     * @param schema null for the connection's default
     * @param filter condition on the rows, or null
     * @param aggregates only in cubes
     */
    record Table(String schema, String name, String alias, SqlText filter, AggregateDefinitions aggregates, Place place)
            implements Leaf {}

    record View(String alias, SqlText query, Place place) implements Leaf {}

    /**
     * Rows that stand in the catalog itself.
     *
     * @param rows values as text by column, null where a row has none; in the order of {@code columns}
     */
    record InlineTable(String alias, List<InlineColumn> columns, List<List<String>> rows, Place place) implements Leaf {
        public InlineTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column of an inline table.
     *
     * @param type as written: {@code String}, {@code Numeric}, {@code Integer}, {@code Boolean}, {@code Date} …
     */
    record InlineColumn(String name, String type) {}

    /**
     * Two relations joined by one equality.
     *
     * @param leftAlias null where the left side is one relation; likewise on the right
     */
    record Join(
            RelationDefinition left,
            String leftAlias,
            String leftKey,
            RelationDefinition right,
            String rightAlias,
            String rightKey,
            Place place)
            implements RelationDefinition {}
}
