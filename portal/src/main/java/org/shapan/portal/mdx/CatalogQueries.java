package org.shapan.portal.mdx;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the queries of lines on one server. Catalogs named by a line are loaded when first asked for and stay, the least recently used
 * going first. One thread.
 */
public final class CatalogQueries implements MdxQueries {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogQueries.class);

    /** Catalogs that stay loaded. */
    static final int MAX_CATALOGS = 50;

    private final CubeServer server;
    private final String defaultCatalog;
    private final String defaultRole;
    private final Duration timeout;
    private final Map<Path, String> loaded = new LinkedHashMap<>(16, 0.75f, true);

    private CatalogQueries(CubeServer server, String defaultCatalog, String defaultRole, Duration timeout) {
        this.server = requireNonNull(server, "server is null");
        this.defaultCatalog = defaultCatalog;
        this.defaultRole = defaultRole;
        this.timeout = requireNonNull(timeout, "timeout is null");
    }

    /** Over the one catalog of a server. */
    public static CatalogQueries over(CubeServer server, String defaultRole, Duration timeout) {
        return new CatalogQueries(server, server.catalogs().get(0), defaultRole, timeout);
    }

    /**
     * Over a star of the user's own.
     *
     * @throws org.shapan.engine.api.EngineException when the catalog is wrong or does not fit the database
     */
    public static CatalogQueries overJdbc(
            DataSource source, CubeServerLimits limits, Path catalog, String defaultRole, Duration timeout) {
        CubeServer server = CubeServer.builder(source).limits(limits).build();
        CatalogQueries queries = new CatalogQueries(server, catalog.toString(), defaultRole, timeout);
        server.load(catalog.toString(), catalog);
        queries.loaded.put(catalog, catalog.toString());
        return queries;
    }

    @Override
    public void run(String mdx, Path catalog, String role, Answer answer) throws OlapException {
        String name = catalog == null ? defaultCatalog : load(catalog);
        String effectiveRole = role == null ? defaultRole : role;
        ConnectionSettings settings = new ConnectionSettings(
                name, effectiveRole == null ? List.of() : List.of(effectiveRole), Locale.US, "mdx");
        try (OlapConnection connection = server.connect(settings);
                OlapStatement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) timeout.toSeconds());
            try (ResultSet result = statement.executeQuery(mdx)) {
                answer.of(result);
            }
        } catch (OlapException e) {
            throw e;
        } catch (SQLException e) {
            throw new OlapException(e.getMessage(), e);
        }
    }

    private String load(Path catalog) {
        String name = loaded.get(catalog);
        if (name == null) {
            name = catalog.toString();
            // A line asks one cube: faults of others must not keep it from its answer.
            for (String fault : server.loadWhatFits(name, catalog)) {
                LOG.warn("{}: {}", catalog, fault);
            }
            loaded.put(catalog, name);
            dropLeastRecentlyUsed();
        }
        return name;
    }

    private void dropLeastRecentlyUsed() {
        if (loaded.size() > MAX_CATALOGS) {
            var eldest = loaded.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(defaultCatalog))
                    .findFirst()
                    .orElseThrow();
            server.unload(eldest.getValue());
            loaded.remove(eldest.getKey());
        }
    }
}
