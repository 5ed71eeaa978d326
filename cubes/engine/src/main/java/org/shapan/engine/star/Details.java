package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table whose rows a drill-through gives instead of those of the facts.
 *
 * @param relation under the alias of the facts, with the columns by which they join dimensions
 */
public record Details(Relation relation, List<Column> columns) {
    public Details {
        requireNonNull(relation, "relation is null");
        columns = List.copyOf(columns);
    }

    /** @param sql over the alias of the facts */
    public record Column(String name, String sql, Labels labels) {}
}
