package org.shapan.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.shapan.portal.account.PortalUser;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/**
 * A loaded province of profile {@code ci}, generated once for all tests of this process. Tests that only read open its
 * database; a test that runs a server takes a copy of its directory.
 */
public final class CiProvince {
    /** Somebody who may see everything. */
    public static final PortalUser EVERYBODY = new PortalUser(1, "analyst", "Analyst", Set.of(), List.of());

    private static Path loaded;
    private static WarehouseDatabase open;

    private CiProvince() {}

    /** The database, open for reading until the process ends. */
    public static synchronized WarehouseDatabase database() {
        if (open == null) {
            open = WarehouseDatabase.open(DataDirectory.open(copy(temporary())), DatabaseSettings.DEFAULT);
        }
        return open;
    }

    /** Copies the loaded data directory into an empty one; returns it. */
    public static synchronized Path copy(Path into) {
        try {
            Path file = into.resolve("warehouse.duckdb");
            Files.copy(directory().resolve("warehouse.duckdb"), file);
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The delivery the province was loaded from. */
    public static synchronized Path delivery() {
        try {
            return directory().resolve("extracts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() throws IOException {
        if (loaded == null) {
            Path path = temporary();
            try (DataDirectory data = DataDirectory.open(path);
                    WarehouseDatabase database = WarehouseDatabase.open(data, DatabaseSettings.DEFAULT)) {
                Generator.generate(GeneratorOptions.of(Profile.CI, data.extracts()), Progress.NONE);
                new Loader(database).load(data.extracts(), Progress.NONE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            loaded = path;
        }
        return loaded;
    }

    private static Path temporary() {
        try {
            Path path = Files.createTempDirectory("shapan-ci");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path)));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
