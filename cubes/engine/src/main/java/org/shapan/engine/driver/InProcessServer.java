package org.shapan.engine.driver;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogReader;

/**
 * A server with one catalog over a pool of connections to its database. The pool matters most for embedded databases, which open and
 * close with their first and last connection.
 */
final class InProcessServer implements AutoCloseable {
    private final HikariDataSource pool;
    private final CubeServer server;
    private final CatalogDefinition definition;

    /** Limits are those of system properties {@code shapan.*}. */
    InProcessServer(ServerKey key) {
        definition = CatalogReader.read(key.catalog());
        HikariConfig config = new HikariConfig();
        config.setPoolName("shapan " + definition.name());
        config.setJdbcUrl(key.jdbc());
        config.setUsername(key.jdbcUser());
        config.setPassword(key.jdbcPassword());
        config.setMinimumIdle(1);
        CubeServerLimits limits = CubeServerLimits.fromSettings(new Settings(System::getProperty));
        config.setMaximumPoolSize(limits.sql().statements() + 1);
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION,
                    "No connection by Jdbc=" + key.jdbc() + ": " + reason(e)
                            + "; see also JdbcDrivers, JdbcUser and JdbcPassword",
                    e);
        }
        try {
            server = CubeServer.builder(pool)
                    .name(definition.name())
                    .limits(limits)
                    .build();
            server.load(definition.name(), definition);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    OlapConnection connect(ConnectString wanted, Runnable onClose) {
        Long version = wanted.dataVersion();
        long now = server.dataVersion(definition.name());
        if (version != null && version != now) {
            throw ConnectString.wrong("DataVersion=" + version + ": the data are at version " + now);
        }
        ConnectionSettings settings =
                new ConnectionSettings(definition.name(), wanted.roles(), wanted.locale(), wanted.user());
        return server.connect(settings, wanted.shown(), onClose);
    }

    @Override
    public void close() {
        pool.close();
    }
}
