package org.shapan.portal.cubes;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.QueryListener;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.WarehouseDatabase;

/**
 * The cube server over a warehouse. The catalog is bound when the first connection is asked for, since there is nothing to bind to
 * before the first load; {@link #refresh} binds it to a new version.
 */
public final class WarehouseCubes implements CubeSource {
    private final WarehouseDatabase database;
    private final CubeServerLimits limits;
    private final List<QueryListener> listeners = new CopyOnWriteArrayList<>();
    private volatile CubeServer server;
    private long version = -1;

    /** With the default limits. */
    public WarehouseCubes(WarehouseDatabase database) {
        this(database, CubeServerLimits.defaults());
    }

    public WarehouseCubes(WarehouseDatabase database, CubeServerLimits limits) {
        this.database = requireNonNull(database, "database is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    /** Once it is made nobody waits for it, not even while it is bound to a new version. */
    @Override
    public CubeServer server() {
        CubeServer present = server;
        return present == null ? make() : present;
    }

    private synchronized CubeServer make() {
        if (server == null) {
            version = currentVersion();
            if (version < 0) {
                throw new EngineException(
                        OlapErrorCode.CONNECTION, "The warehouse is empty: generate and load a province first");
            }
            CubeServer made = CubeServer.builder(database.dataSource())
                    .name("Shapan")
                    .limits(limits)
                    .versions(database.versions())
                    .listener(event -> listeners.forEach(listener -> listener.ended(event)))
                    .build();
            made.load(catalog(), read());
            server = made;
        }
        return server;
    }

    @Override
    public void listen(QueryListener listener) {
        listeners.add(listener);
    }

    @Override
    public String catalog() {
        return TelecomCatalog.NAME;
    }

    @Override
    public CatalogDefinition read() {
        return new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
                .read(TelecomCatalog.FILE, TelecomCatalog.text());
    }

    /** Binds the catalog to the version that is published now; does nothing when that is the one it is bound to. */
    public synchronized void refresh() {
        long now = currentVersion();
        if (server != null && now != version) {
            version = now;
            server.dataChanged();
        }
    }

    private long currentVersion() {
        return database.versions().newest();
    }
}
