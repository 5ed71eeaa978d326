package org.shapan.portal.star;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Pooled connections to a database by its JDBC URL, with drivers from the class path or from a directory of jar files. */
public final class DriverSource implements AutoCloseable {
    private static final int CONNECT_MILLIS = 15_000;

    private final HikariDataSource pool;
    private final URLClassLoader jars;

    private DriverSource(HikariDataSource pool, URLClassLoader jars) {
        this.pool = pool;
        this.jars = jars;
    }

    /**
     * @param user null for none
     * @param password null for none
     * @param drivers null: only drivers on the class path
     * @throws EngineException CONNECTION when no driver accepts the URL or the database cannot be reached
     */
    public static DriverSource open(String url, String user, String password, Path drivers) {
        URLClassLoader jars = new URLClassLoader(jarsIn(drivers), DriverSource.class.getClassLoader());
        if (drivers != null) {
            // HSQLDB and others find resources through the thread's loader.
            Thread.currentThread().setContextClassLoader(jars);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(new OneDriver(driver(url, jars), url, user, password));
        config.setMaximumPoolSize(Runtime.getRuntime().availableProcessors() + 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        try {
            return new DriverSource(new HikariDataSource(config), jars);
        } catch (RuntimeException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "The database " + url + " cannot be reached: " + root(e).getMessage(), e);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        try {
            jars.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static URL[] jarsIn(Path directory) {
        if (directory == null) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<URL> urls = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                urls.add(file.toUri().toURL());
            }
            return urls.toArray(new URL[0]);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new EngineException(OlapErrorCode.CONNECTION, "There is no directory of drivers " + directory, e);
        }
    }

    private static Driver driver(String url, ClassLoader loader) {
        List<String> known = new ArrayList<>();
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            known.add(driver.getClass().getName());
            try {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (SQLException e) {
                throw new EngineException(
                        OlapErrorCode.CONNECTION, "The JDBC URL " + url + " is refused by its driver", e);
            }
        }
        throw new EngineException(
                OlapErrorCode.CONNECTION,
                "No JDBC driver accepts " + url + "; put its jar into a directory and name it by --drivers. Known: "
                        + known);
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    /** Connections from one driver, past {@code DriverManager}, which does not see drivers of other class loaders. */
    private record OneDriver(Driver driver, String url, String user, String password) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(user, password);
        }

        @Override
        public Connection getConnection(String asUser, String withPassword) throws SQLException {
            Properties properties = new Properties();
            if (asUser != null) {
                properties.setProperty("user", asUser);
            }
            if (withPassword != null) {
                properties.setProperty("password", withPassword);
            }
            return driver.connect(url, properties);
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper for " + type.getName());
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
