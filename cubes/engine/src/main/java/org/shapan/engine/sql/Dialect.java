package org.shapan.engine.sql;

/** What differs between databases in the SQL that the engine writes. */
public interface Dialect {
    /** Name by which a schema's {@code SQL dialect="…"} elements choose, for instance {@code duckdb}; lower case. */
    String name();

    String quote(String identifier);

    /** Quoted table name with an optional schema. */
    String quote(String schemaOrNull, String table);

    /** A literal of the given type, safe against injection. */
    String literal(Object value, DataType type);

    boolean supportsGroupingSets();

    /** Whether {@code COUNT(DISTINCT a, b)} or more than one distinct count in a statement works. */
    boolean supportsMultipleDistinct();

    /** ORDER BY item with nulls where the engine wants them: last ascending. */
    String orderItem(String expression, boolean ascending);
}
