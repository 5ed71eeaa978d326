package org.shapan.engine.api;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** What became of a table between two data versions. */
public sealed interface TableChange {
    /** Its rows are the same. */
    record Unchanged() implements TableChange {}

    /** It has more rows; those it had are the same. */
    record RowsAdded() implements TableChange {}

    /**
     * Only rows with certain values in a column changed, came or went, as when a month of a fact table was published again.
     *
     * @param values as JDBC gives them; never null
     */
    record Within(String column, Set<Object> values) implements TableChange {
        public Within {
            requireNonNull(column, "column is null");
            values = Set.copyOf(values);
        }
    }

    /** Anything may have changed. */
    record Rewritten() implements TableChange {}
}
