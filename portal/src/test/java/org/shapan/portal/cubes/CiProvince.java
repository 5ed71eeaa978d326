package org.shapan.portal.cubes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.portal.account.PortalUser;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/** The smallest province, generated, loaded and opened once for all tests of the process, with its cubes and its tables. */
public final class CiProvince {
    private static CiProvince instance;

    private final WarehouseDatabase database;
    private final Cubes cubes;
    private final LocalDate asOf;

    private CiProvince(WarehouseDatabase database, LocalDate asOf) {
        this.database = database;
        this.cubes = new ScopedCubes(new WarehouseCubes(database));
        this.asOf = asOf;
    }

    public static synchronized CiProvince get() throws IOException, InterruptedException {
        if (instance == null) {
            Path root = Files.createTempDirectory("shapan-ci-province");
            DataDirectory directory = DataDirectory.open(root);
            GeneratorOptions options = GeneratorOptions.of(Profile.CI, directory.extracts());
            Generator.generate(options, (phase, done, total) -> {});
            WarehouseDatabase database = WarehouseDatabase.open(directory, new DatabaseSettings("512MB", 2));
            LocalDate asOf = new Loader(database)
                    .load(options.out(), (phase, done, total) -> {})
                    .version()
                    .asOf();
            instance = new CiProvince(database, asOf);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                directory.close();
                delete(root);
            }));
        }
        return instance;
    }

    public Cubes cubes() {
        return cubes;
    }

    public WarehouseDatabase database() {
        return database;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Somebody who sees the subtrees of these areas; all of the company without any. */
    public static PortalUser user(String... areas) {
        return new PortalUser(1, "test", "Test", Set.of(), List.of(areas));
    }

    /** The rows of a statement as maps by column. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                ResultSetMetaData meta = result.getMetaData();
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int column = 1; column <= meta.getColumnCount(); column++) {
                        row.put(meta.getColumnLabel(column), result.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static void delete(Path root) {
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
