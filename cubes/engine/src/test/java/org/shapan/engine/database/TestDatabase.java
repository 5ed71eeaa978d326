package org.shapan.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A kind of database; {@link #open} makes an empty one. */
public enum TestDatabase {
    DUCKDB {
        @Override
        DataSource make(String name) throws SQLException {
            DuckDBConnection root = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            return (PlainSource) root::duplicate;
        }
    },
    POSTGRESQL {
        @Override
        DataSource make(String name) throws SQLException {
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {Server.RUNNING.getPort()});
            source.setDatabaseName(name);
            source.setUser("postgres");
            return source;
        }
    },
    HSQLDB {
        @Override
        DataSource make(String name) {
            JDBCDataSource source = new JDBCDataSource();
            source.setURL("jdbc:hsqldb:mem:" + name);
            source.setUser("SA");
            source.setPassword("");
            return source;
        }
    },
    H2 {
        @Override
        DataSource make(String name) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    };

    private static final AtomicInteger OPENED = new AtomicInteger();

    /**
     * An empty database that lives as long as the process. For PostgreSQL the first call starts its server; where there are no
     * binaries for the machine, the running test is skipped and says so.
     */
    public DataSource open() {
        if (this == POSTGRESQL && !runsPostgreSql()) {
            String message = "skipped: there is no PostgreSQL for this machine among the test libraries";
            System.out.println(message);
            Assumptions.abort(message);
        }
        try {
            return make("shapan" + OPENED.incrementAndGet());
        } catch (SQLException e) {
            throw new IllegalStateException(this + " could not be opened", e);
        }
    }

    abstract DataSource make(String name) throws SQLException;

    private static boolean runsPostgreSql() {
        Properties system = System.getProperties();
        return "Linux".equals(system.getProperty("os.name")) && "amd64".equals(system.getProperty("os.arch"));
    }

    /** One process for all tests of a run; it ends with the run. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }
    }
}
