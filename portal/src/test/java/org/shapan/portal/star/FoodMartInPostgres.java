package org.shapan.portal.star;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** A PostgreSQL of its own with the tables that {@code market.xml} is about, copied from the FoodMart data of HSQLDB. */
final class FoodMartInPostgres {
    static final String USER = "postgres";

    private static final List<String> TABLES = List.of(
            "sales_fact_1997",
            "inventory_fact_1997",
            "salary",
            "product",
            "product_class",
            "time_by_day",
            "store",
            "customer",
            "employee");

    private static FoodMartInPostgres copy;

    private final EmbeddedPostgres server;

    private FoodMartInPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** One for all tests of the process; it ends with the process. */
    static synchronized FoodMartInPostgres get() throws IOException, SQLException {
        if (copy == null) {
            copy = new FoodMartInPostgres(EmbeddedPostgres.start());
            copy.fill();
        }
        return copy;
    }

    private void fill() throws IOException, SQLException {
        try (Connection from = DriverManager.getConnection("jdbc:hsqldb:res:foodmart", "FOODMART", "FOODMART");
                Connection to = connection()) {
            for (String table : TABLES) {
                copy(from, table, to);
            }
        }
    }

    String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Runs statements; for tests that spoil the data and mend them again. */
    void run(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void copy(Connection from, String table, Connection to) throws SQLException, IOException {
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("SELECT * FROM \"" + table + "\"");
                Statement create = to.createStatement()) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> declared = new ArrayList<>();
            for (int c = 1; c <= columns.getColumnCount(); c++) {
                declared.add("\"" + columns.getColumnName(c) + "\" " + type(columns, c));
            }
            create.execute("CREATE TABLE \"" + table + "\" (" + String.join(", ", declared) + ")");
            StringBuilder csv = new StringBuilder();
            while (rows.next()) {
                for (int c = 1; c <= declared.size(); c++) {
                    csv.append(c == 1 ? "" : ",");
                    String value = rows.getString(c);
                    if (value != null) {
                        csv.append('"').append(value.replace("\"", "\"\"")).append('"');
                    }
                }
                csv.append('\n');
            }
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY \"" + table + "\" FROM STDIN (FORMAT csv)", new StringReader(csv.toString()));
        }
    }

    private static String type(ResultSetMetaData columns, int c) throws SQLException {
        return switch (columns.getColumnType(c)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> "INTEGER";
            case Types.BIGINT -> "BIGINT";
            case Types.DECIMAL, Types.NUMERIC -> "NUMERIC(" + columns.getPrecision(c) + "," + columns.getScale(c) + ")";
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> "DOUBLE PRECISION";
            case Types.BIT, Types.BOOLEAN -> "BOOLEAN";
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> "VARCHAR";
            case Types.DATE -> "DATE";
            case Types.TIMESTAMP -> "TIMESTAMP";
            default -> throw new SQLException("no type for " + columns.getColumnTypeName(c));
        };
    }
}
