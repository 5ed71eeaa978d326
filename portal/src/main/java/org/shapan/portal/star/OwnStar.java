package org.shapan.portal.star;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.QueryListener;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.portal.cubes.CubeSource;

/** A star of the user's own, connected and loaded. Thread-safe. */
public final class OwnStar implements CubeSource, AutoCloseable {
    private final Path file;
    private final String catalog;
    private final DriverSource source;
    private final CubeServer server;
    private final List<QueryListener> listeners;

    private OwnStar(Path file, String catalog, DriverSource source, CubeServer server, List<QueryListener> listeners) {
        this.listeners = listeners;
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
            List<QueryListener> listeners = new CopyOnWriteArrayList<>();
            CubeServer server = CubeServer.builder(source.dataSource())
                    .listener(event -> listeners.forEach(listener -> listener.ended(event)))
                    .name("Shapan")
                    .limits(limits)
                    .build();
            server.load(definition.name(), definition);
            return new OwnStar(settings.catalog(), definition.name(), source, server, listeners);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public CubeServer server() {
        return server;
    }

    @Override
    public void listen(QueryListener listener) {
        listeners.add(listener);
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
