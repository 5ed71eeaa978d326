package org.shapan.portal.star;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.portal.cubes.CubeSource;

/** A star of the user's own, connected and loaded. Thread-safe. */
public final class OwnStar implements CubeSource, AutoCloseable {
    private final Path file;
    private final String catalog;
    private final DriverSource source;
    private final CubeServer server;

    private OwnStar(Path file, String catalog, DriverSource source, CubeServer server) {
        this.file = file;
        this.catalog = catalog;
        this.source = source;
        this.server = server;
    }

    /**
     * Reads the catalog and binds it to the database.
     *
     * @throws org.shapan.engine.api.EngineException CATALOG_INVALID or CATALOG_REFUSED with all that is wrong with the catalog or does not
     *     fit; CONNECTION when the file or the database cannot be reached
     */
    public static OwnStar open(StarSettings settings, CubeServerLimits limits) {
        requireNonNull(limits, "limits is null");
        CatalogDefinition definition = CatalogReader.read(settings.catalog());
        DriverSource source = settings.connect();
        try {
            CubeServer server = CubeServer.builder(source.dataSource())
                    .name("Shapan")
                    .limits(limits)
                    .build();
            server.load(definition.name(), definition);
            return new OwnStar(settings.catalog(), definition.name(), source, server);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public CubeServer server() {
        return server;
    }

    /** The name that the file had when it was first read; a reload does not change it. */
    @Override
    public String catalog() {
        return catalog;
    }

    @Override
    public CatalogDefinition read() {
        return CatalogReader.read(file);
    }

    @Override
    public void close() {
        source.close();
    }
}
