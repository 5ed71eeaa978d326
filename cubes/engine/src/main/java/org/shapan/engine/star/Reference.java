package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.sql.DataType;

/**
 * One table that refers to another: facts to a dimension, or a table of a snowflake to the next. Numbers are right when each row of
 * {@code from} finds exactly one row of {@code to}.
 *
 * @param place of the usage or relation that says so
 */
public record Reference(Side from, Side to, Place place) {
    /**
     * @param table what the catalog calls the relation, null for a projection made by the engine
     * @param column as the database spells it
     */
    public record Side(Relation relation, RelationDefinition.Leaf table, String column, DataType type) {
        public Side {
            requireNonNull(relation, "relation is null");
            requireNonNull(column, "column is null");
        }

        static Side of(JoinTree.Leaf leaf, TableColumns.Column column) {
            return new Side(
                    new Relation(leaf.from(), leaf.alias(), leaf.filter()),
                    leaf.definition(),
                    column.name(),
                    column.type());
        }

        /** For messages: {@code table.column}. */
        public String label() {
            return relation.alias() + "." + column;
        }
    }

    /** Whether the two columns can be compared as they are: both numbers, or of one type. */
    public boolean comparable() {
        return from.type() == to.type() || (from.type().isNumeric() && to.type().isNumeric());
    }
}
