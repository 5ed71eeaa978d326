package org.shapan.warehouse.generator;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;

/**
 * In-memory DuckDB databases in which files are put together, one per file being written at a time and used again for the
 * next: opening one takes longer than writing a small file. Each runs on one thread, so rows stay in their order.
 */
final class Scratch implements AutoCloseable {

    /** Most native memory of one database; a month of the largest profile takes a third. */
    private static final String MEMORY_LIMIT = "512MB";

    private final Queue<DuckDBConnection> idle = new ConcurrentLinkedQueue<>();

    DuckDBConnection borrow() throws SQLException {
        DuckDBConnection known = idle.poll();
        if (known != null) {
            return known;
        }
        DuckDBConnection opened = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
        }
        return opened;
    }

    /** Takes a connection back for the next file. */
    void giveBack(DuckDBConnection connection) {
        idle.add(connection);
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
