package org.shapan.engine.sql;

/** Types of keys, properties and measures. */
public enum DataType {
    STRING,
    INTEGER,
    LONG,
    /** Exact decimal, kept as a scaled long in segments. */
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP;

    public boolean isNumeric() {
        return this == INTEGER || this == LONG || this == DECIMAL || this == DOUBLE;
    }
}
