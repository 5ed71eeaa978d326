package org.shapan.warehouse.feed;

/** Types a feed's column can have, with their DuckDB names; money and amounts are exact decimals. */
public enum ColumnType {
    VARCHAR("VARCHAR"),
    BOOLEAN("BOOLEAN"),
    SMALLINT("SMALLINT"),
    INTEGER("INTEGER"),
    BIGINT("BIGINT"),
    DATE("DATE"),
    /** Yuan with two decimals. */
    MONEY("DECIMAL(18,2)"),
    /** A share between 0 and 1 with four decimals. */
    RATIO("DECIMAL(5,4)");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The type as DuckDB's {@code DESCRIBE} prints it. */
    public String sql() {
        return sql;
    }
}
