package org.shapan.warehouse.star;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/** The generated province of profile ci, or of another, loaded once for all tests of a run. */
public final class CiWarehouse implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(CiWarehouse.class);

    private final Profile profile;
    private Loaded loaded;

    public CiWarehouse() {
        this(Profile.CI);
    }

    public CiWarehouse(Profile profile) {
        this.profile = profile;
    }

    /** An open warehouse that closes and deletes its directory with the test run. */
    private record Loaded(Path root, DataDirectory directory, WarehouseDatabase database) implements AutoCloseable {
        static Loaded make(Profile profile) {
            try {
                Path root = Files.createTempDirectory("shapan-ci");
                DataDirectory directory = DataDirectory.open(root.resolve("data"));
                WarehouseDatabase database = WarehouseDatabase.open(
                        directory,
                        new DatabaseSettings(
                                profile == Profile.CI ? "400MB" : DatabaseSettings.DEFAULT_MEMORY_LIMIT, 2));
                Generator.generate(GeneratorOptions.of(profile, directory.extracts()), Progress.NONE);
                new Loader(database).load(directory.extracts(), Progress.NONE);
                return new Loaded(root, directory, database);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            database.close();
            directory.close();
            try (var files = Files.walk(root)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        loaded = context.getRoot().getStore(NAMESPACE).computeIfAbsent(profile, Loaded::make, Loaded.class);
    }

    public WarehouseDatabase database() {
        return loaded.database();
    }

    /** The delivery that was loaded. */
    public Path delivery() {
        return loaded.directory().extracts();
    }

    /** Rows by column label. */
    public List<Map<String, Object>> rows(String sql) {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
