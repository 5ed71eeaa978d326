package org.shapan.engine.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Tables or views of any database as tables of another: rows, without keys and indexes. */
public final class TableCopy {
    private static final int CHUNK = 1 << 16;

    private TableCopy() {}

    public static void toDuckDb(DataSource from, List<String> tables, DataSource into) throws SQLException {
        try (Connection target = into.getConnection()) {
            DuckDBConnection duckDb = target.unwrap(DuckDBConnection.class);
            copy(from, tables, target, (table, rows, columns) -> {
                try (DuckDBAppender appender = duckDb.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
                    while (rows.next()) {
                        appender.beginRow();
                        for (int c = 1; c <= columns; c++) {
                            append(appender, rows.getObject(c));
                        }
                        appender.endRow();
                    }
                }
            });
        }
    }

    public static void toPostgreSql(DataSource from, List<String> tables, DataSource into) throws SQLException {
        try (Connection target = into.getConnection();
                Statement statement = target.createStatement()) {
            PGConnection postgreSql = target.unwrap(PGConnection.class);
            copy(from, tables, target, (table, rows, columns) -> {
                CopyIn copy = postgreSql.getCopyAPI().copyIn("COPY \"" + table + "\" FROM STDIN");
                StringBuilder text = new StringBuilder();
                while (rows.next()) {
                    for (int c = 1; c <= columns; c++) {
                        text.append(escaped(rows.getString(c))).append(c == columns ? '\n' : '\t');
                    }
                    if (text.length() > CHUNK) {
                        send(copy, text);
                    }
                }
                send(copy, text);
                copy.endCopy();
                statement.execute("ANALYZE \"" + table + "\"");
            });
        }
    }

    @FunctionalInterface
    private interface Rows {
        void into(String table, ResultSet rows, int columns) throws SQLException;
    }

    private static void copy(DataSource from, List<String> tables, Connection target, Rows rows) throws SQLException {
        try (Connection source = from.getConnection();
                Statement select = source.createStatement();
                Statement create = target.createStatement()) {
            for (String table : tables) {
                try (ResultSet all = select.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    ResultSetMetaData columns = all.getMetaData();
                    List<String> declared = new ArrayList<>();
                    for (int c = 1; c <= columns.getColumnCount(); c++) {
                        declared.add("\"" + columns.getColumnName(c) + "\" " + type(columns, c));
                    }
                    create.execute("CREATE TABLE \"" + table + "\" (" + String.join(", ", declared) + ")");
                    rows.into(table, all, declared.size());
                }
            }
        }
    }

    private static String type(ResultSetMetaData columns, int c) throws SQLException {
        return switch (columns.getColumnType(c)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> "INTEGER";
            case Types.BIGINT -> "BIGINT";
            case Types.DECIMAL, Types.NUMERIC -> "DECIMAL(" + columns.getPrecision(c) + "," + columns.getScale(c) + ")";
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> "DOUBLE PRECISION";
            case Types.BIT, Types.BOOLEAN -> "BOOLEAN";
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> "VARCHAR";
            case Types.DATE -> "DATE";
            case Types.TIMESTAMP -> "TIMESTAMP";
            default -> throw new SQLException("no type for " + columns.getColumnTypeName(c));
        };
    }

    private static void append(DuckDBAppender appender, Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Short number -> appender.append(number.intValue());
            case Byte number -> appender.append(number.intValue());
            case Integer number -> appender.append(number);
            case Long number -> appender.append(number);
            case Double number -> appender.append(number);
            case Boolean truth -> appender.append(truth);
            case BigDecimal number -> appender.append(number);
            case LocalDate day -> appender.append(day);
            case LocalDateTime instant -> appender.append(instant);
            case Timestamp instant -> appender.append(instant.toLocalDateTime());
            case Date day -> appender.append(day.toLocalDate());
            default -> appender.append(value.toString());
        }
    }

    private static String escaped(String value) {
        return value == null
                ? "\\N"
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }
}
