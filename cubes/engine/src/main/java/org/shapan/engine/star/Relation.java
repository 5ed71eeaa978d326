package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

/**
 * Something SQL can name in a FROM clause.
 *
 * @param from SQL text in the dialect of the database: a quoted table name, or a parenthesised query for views, inline tables and
 *     distinct projections
 * @param alias unquoted alias, unique in the star it belongs to
 * @param filter SQL condition over the alias, or null
 */
public record Relation(String from, String alias, String filter) {
    public Relation {
        requireNonNull(from, "from is null");
        requireNonNull(alias, "alias is null");
    }
}
