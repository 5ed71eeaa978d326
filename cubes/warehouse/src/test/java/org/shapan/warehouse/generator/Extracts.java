package org.shapan.warehouse.generator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.Feeds;

/** A generated delivery as views in DuckDB, one per feed. */
final class Extracts implements AutoCloseable {

    private final Connection connection;

    Extracts(Path directory) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        open("", directory);
    }

    /** Adds the views of another delivery under a prefix. */
    void open(String prefix, Path directory) throws SQLException {
        for (Feed feed : Feeds.ALL) {
            String files = feed.period() == Feed.Period.WHOLE ? feed.fileName() : feed.name() + "-*.parquet";
            execute("CREATE VIEW %s%s AS SELECT * FROM '%s'"
                    .formatted(prefix, feed.name(), directory.resolve(files).toString()));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** All rows, each as its values joined by bars. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                all.add(row.toString());
            }
            return all;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
