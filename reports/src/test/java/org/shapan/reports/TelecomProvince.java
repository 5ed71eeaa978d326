package org.shapan.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.reports.render.DataState;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DataVersion;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/** A loaded province of the smallest profile with the telecom cubes over it; made once for all tests of a process. */
public final class TelecomProvince {
    private static TelecomProvince instance;

    private final WarehouseDatabase database;
    private final CubeServer server;

    private TelecomProvince(WarehouseDatabase database, CubeServer server) {
        this.database = database;
        this.server = server;
    }

    public static synchronized TelecomProvince get() {
        if (instance == null) {
            instance = make();
        }
        return instance;
    }

    private static TelecomProvince make() {
        try {
            Path folder = Files.createTempDirectory("reports-province");
            Path extracts = folder.resolve("extracts");
            Generator.generate(GeneratorOptions.of(Profile.CI, extracts), Progress.NONE);
            DataDirectory directory = DataDirectory.open(folder.resolve("data"));
            WarehouseDatabase database = WarehouseDatabase.open(directory, new DatabaseSettings("400MB", 2));
            new Loader(database).load(extracts, Progress.NONE);
            CubeServer server = CubeServer.builder(database.dataSource())
                    .name("reports-test")
                    .versions(database.versions())
                    .build();
            server.load(
                    TelecomCatalog.NAME,
                    new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
                            .read(TelecomCatalog.FILE, TelecomCatalog.text()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                directory.close();
                delete(folder);
            }));
            return new TelecomProvince(database, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("the test province cannot be made", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public OlapConnection connect() throws OlapException {
        return server.connect(ConnectionSettings.of(TelecomCatalog.NAME).withLocale(Locale.SIMPLIFIED_CHINESE));
    }

    /** A connection that sees one area and what is below it, as people confined to an area have it. */
    public OlapConnection connectIn(String area) throws OlapException {
        server.defineRole(
                TelecomCatalog.NAME,
                area,
                List.of(new Scope(
                        List.of("[Area].[Managed]"), Rollup.PARTIAL, List.of(area), List.of("[Area today]"))));
        return server.connect(ConnectionSettings.of(TelecomCatalog.NAME)
                .withRoles(List.of(area))
                .withLocale(Locale.SIMPLIFIED_CHINESE));
    }

    /** The warehouse itself, for sums in plain SQL. */
    public WarehouseDatabase database() {
        return database;
    }

    public DataState data() {
        DataVersion version = database.dataVersion().orElseThrow();
        return new DataState(version.asOf(), version.closed(), version.version());
    }
}
