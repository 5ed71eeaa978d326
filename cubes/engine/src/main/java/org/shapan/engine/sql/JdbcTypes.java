package org.shapan.engine.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** JDBC's types as ours. */
public final class JdbcTypes {
    private JdbcTypes() {}

    /**
     * The type of a column of a result.
     *
     * @param column counted from 1
     */
    public static DataType of(ResultSetMetaData columns, int column) throws SQLException {
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> DataType.INTEGER;
            case Types.BIGINT -> DataType.LONG;
            case Types.DECIMAL, Types.NUMERIC -> DataType.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> DataType.DOUBLE;
            case Types.BOOLEAN, Types.BIT -> DataType.BOOLEAN;
            case Types.DATE -> DataType.DATE;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> DataType.TIME;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> DataType.TIMESTAMP;
            default -> ofName(columns.getColumnTypeName(column));
        };
    }

    private static DataType ofName(String name) {
        return switch (name) {
            case "HUGEINT", "UHUGEINT", "UBIGINT" -> DataType.DECIMAL;
            case "UINTEGER" -> DataType.LONG;
            case "UTINYINT", "USMALLINT" -> DataType.INTEGER;
            default -> DataType.STRING;
        };
    }
}
