package org.shapan.warehouse.load;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;

/** A warehouse of its own for each test, empty at first. */
final class TinyWarehouse implements BeforeEachCallback, AfterEachCallback {

    private Path root;
    private DataDirectory data;
    private WarehouseDatabase database;
    private Loader loader;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        root = Files.createTempDirectory("shapan-load");
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Ends the process that owns the directory, so to speak, and starts another. */
    void reopen() {
        close();
        open();
    }

    void open() {
        data = DataDirectory.open(root.resolve("data"));
        database = WarehouseDatabase.open(data, new DatabaseSettings("256MB", 2));
        loader = new Loader(database);
    }

    void close() {
        database.close();
        data.close();
    }

    WarehouseDatabase database() {
        return database;
    }

    DataDirectory data() {
        return data;
    }

    Loader loader() {
        return loader;
    }

    /** A delivery of that name, not written yet. */
    TinyDelivery delivery(String name) {
        return new TinyDelivery(root.resolve(name));
    }

    LoadResult load(Path delivery) {
        return loader.load(delivery, Progress.NONE);
    }

    LoadResult restate(Path delivery) {
        return loader.load(delivery, LoadOptions.RESTATE, Progress.NONE);
    }

    /** First row of a query, its values joined by bars. */
    String value(String sql) {
        return rows(sql).getFirst();
    }

    List<String> row(String sql) {
        return List.of(value(sql).split("\\|", -1));
    }

    List<String> rows(String sql) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every published table with a hash of its rows. */
    List<String> everything() {
        return rows(
                        "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal AND "
                                + "regexp_matches(view_name, '^[df]_') AND NOT regexp_matches(view_name, '_v[0-9]+$') ORDER BY 1")
                .stream()
                .map(table -> table + " "
                        + value("SELECT coalesce(sum(hash(t)), 0), count(*) FROM main.%s t".formatted(table)))
                .toList();
    }
}
