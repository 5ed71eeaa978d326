package org.shapan.engine.catalog;

/** What a level, property or measure is made of: a column, or SQL by dialect. */
public sealed interface ColumnExpression {
    Place place();

    /**
     * A column.
     *
     * @param table alias of the relation, null where there is only one
     */
    record Column(String table, String name, Place place) implements ColumnExpression {}

    record Sql(SqlText text) implements ColumnExpression {
        @Override
        public Place place() {
            return text.place();
        }
    }
}
