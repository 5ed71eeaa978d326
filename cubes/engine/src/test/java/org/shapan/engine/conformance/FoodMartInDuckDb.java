package org.shapan.engine.conformance;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.shapan.engine.database.TableCopy;
import org.shapan.engine.database.TestDatabase;

/** The FoodMart rows of HSQLDB copied into a DuckDB in memory, once per process. */
public final class FoodMartInDuckDb {
    private static DataSource copy;

    private FoodMartInDuckDb() {}

    /** One database that lives as long as the process. */
    public static synchronized DataSource source() {
        if (copy == null) {
            DataSource duckDb = TestDatabase.DUCKDB.open();
            try {
                TableCopy.toDuckDb(FoodMart.hsqldb(), tables(), duckDb);
            } catch (SQLException e) {
                throw new IllegalStateException("FoodMart could not be copied to DuckDB", e);
            }
            copy = duckDb;
        }
        return copy;
    }

    /** Names of all tables. */
    public static List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection rows = FoodMart.hsqldb().getConnection()) {
            DatabaseMetaData metadata = rows.getMetaData();
            try (ResultSet found = metadata.getTables(null, null, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
        }
        if (tables.isEmpty()) {
            throw new SQLException("HSQLDB has no tables");
        }
        return tables;
    }
}
