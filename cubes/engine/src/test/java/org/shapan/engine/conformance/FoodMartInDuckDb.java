package org.shapan.engine.conformance;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The FoodMart rows of HSQLDB copied into a DuckDB in memory, once per process. */
public final class FoodMartInDuckDb implements DataSource {
    private static FoodMartInDuckDb copy;

    private final DuckDBConnection connection;

    private FoodMartInDuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Connections are duplicates on one database that lives as long as the process. */
    public static synchronized DataSource source() {
        if (copy == null) {
            try {
                DuckDBConnection connection =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                try (Connection rows = FoodMart.hsqldb().getConnection()) {
                    for (String table : tables(rows)) {
                        copy(rows, table, connection);
                    }
                }
                copy = new FoodMartInDuckDb(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("FoodMart could not be copied to DuckDB", e);
            }
        }
        return copy;
    }

    private static List<String> tables(Connection rows) throws SQLException {
        DatabaseMetaData metadata = rows.getMetaData();
        List<String> tables = new ArrayList<>();
        try (ResultSet found = metadata.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        if (tables.isEmpty()) {
            throw new SQLException("HSQLDB has no tables");
        }
        return tables;
    }

    private static void copy(Connection rows, String table, DuckDBConnection into) throws SQLException {
        try (Statement select = rows.createStatement();
                ResultSet all = select.executeQuery("SELECT * FROM \"" + table + "\"")) {
            ResultSetMetaData columns = all.getMetaData();
            List<String> declared = new ArrayList<>();
            for (int c = 1; c <= columns.getColumnCount(); c++) {
                declared.add("\"" + columns.getColumnName(c) + "\" " + type(columns, c));
            }
            try (Statement create = into.createStatement()) {
                create.execute("CREATE TABLE \"" + table + "\" (" + String.join(", ", declared) + ")");
            }
            try (DuckDBAppender appender = into.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
                while (all.next()) {
                    appender.beginRow();
                    for (int c = 1; c <= declared.size(); c++) {
                        append(appender, all.getObject(c));
                    }
                    appender.endRow();
                }
            }
        }
    }

    private static String type(ResultSetMetaData columns, int c) throws SQLException {
        return switch (columns.getColumnType(c)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> "INTEGER";
            case Types.BIGINT -> "BIGINT";
            case Types.DECIMAL, Types.NUMERIC -> "DECIMAL(" + columns.getPrecision(c) + "," + columns.getScale(c) + ")";
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> "DOUBLE";
            case Types.BIT, Types.BOOLEAN -> "BOOLEAN";
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> "VARCHAR";
            case Types.DATE -> "DATE";
            case Types.TIMESTAMP -> "TIMESTAMP";
            default -> throw new SQLException("no DuckDB type for " + columns.getColumnTypeName(c));
        };
    }

    private static void append(DuckDBAppender appender, Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Integer number -> appender.append(number);
            case Long number -> appender.append(number);
            case Double number -> appender.append(number);
            case Boolean truth -> appender.append(truth);
            case java.math.BigDecimal number -> appender.append(number);
            case Timestamp instant -> appender.append(instant.toLocalDateTime());
            case Date day -> appender.append(day.toLocalDate());
            default -> appender.append(value.toString());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection.duplicate();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
