package org.shapan.engine.sql;

import java.util.List;

/** What differs between databases in the SQL that the engine writes. Immutable and thread-safe. */
public interface Dialect {
    /** Name by which a schema's {@code SQL dialect="…"} elements choose, for instance {@code duckdb}; lower case. */
    String name();

    /**
     * Names of {@code SQL dialect="…"} elements that this database understands, the best first: its own, those of databases whose
     * language it speaks, then {@code generic}.
     */
    default List<String> understands() {
        return List.of(name(), "generic");
    }

    String quote(String identifier);

    /** Quoted table name with an optional schema. */
    String quote(String schemaOrNull, String table);

    /** A literal of the given type, safe against injection. */
    String literal(Object value, DataType type);

    /** Whether indexes speed up joins and selections; a column store does without. */
    default boolean usesIndexes() {
        return true;
    }

    boolean supportsGroupingSets();

    /**
     * Whether joins look up one row after the other. Then rows of a fact table with their foreign keys, whose members are found in memory, come
     * sooner than joined and grouped ones.
     */
    default boolean joinsRowByRow() {
        return false;
    }

    /** Whether rows come from this process so cheaply that reading all takes less time than the database's DISTINCT. */
    default boolean readsFasterThanDistinct() {
        return false;
    }

    /** Whether {@code COUNT(DISTINCT a, b)} or more than one distinct count in a statement works. */
    boolean supportsMultipleDistinct();

    /**
     * Whether the driver brings a whole result into memory unless a transaction is open: a large one would take all there is, before any
     * limit of ours could count a row.
     */
    default boolean streamsInTransactionsOnly() {
        return false;
    }

    /** Clause behind ORDER BY that skips rows and gives at most so many. */
    default String page(long skipped, long most) {
        return "LIMIT " + most + (skipped == 0 ? "" : " OFFSET " + skipped);
    }

    /** ORDER BY item with nulls where the engine wants them: last ascending. */
    String orderItem(String expression, boolean ascending);
}
