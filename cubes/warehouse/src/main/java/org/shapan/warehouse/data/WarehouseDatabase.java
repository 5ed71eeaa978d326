package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.shapan.engine.api.DataVersions;
import org.shapan.warehouse.data.DataDirectoryException.Code;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/**
 * The DuckDB file of a DATA directory, open in this process. SQL that runs here reads no file but those in {@code DATA/staging} and
 * cannot change a setting. Any number of connections may read while one writes; each statement or transaction sees one version.
 */
public final class WarehouseDatabase implements AutoCloseable {

    private final DuckDBConnection root;
    private final DataSource dataSource;
    private final Path staging;
    private final Path kept;
    private final PublishedVersions versions;
    private final ReentrantLock copying = new ReentrantLock();

    private WarehouseDatabase(DuckDBConnection root, Path staging, Path kept, PublishedVersions versions) {
        this.root = root;
        this.versions = versions;
        this.dataSource = new ConnectionSource(root);
        this.staging = staging;
        this.kept = kept;
    }

    /**
     * Opens the warehouse of an owned directory, creating an empty one when there is none.
     *
     * @throws DataDirectoryException {@link Code#DATABASE} when the file cannot be opened
     */
    public static WarehouseDatabase open(DataDirectory directory, DatabaseSettings settings) {
        requireNonNull(directory, "directory is null");
        requireNonNull(settings, "settings is null");
        try {
            DuckDBConnection root = connect(directory.warehouseFile(), directory.temporary(), settings);
            try {
                seal(root, directory.staging());
                requireFormat(root, directory);
                Star.run(root, StarScript.VERSIONS);
                Star.run(root, StarScript.LOAD_LEDGER);
                return new WarehouseDatabase(root, directory.staging(), directory.kept(), new PublishedVersions(root));
            } catch (SQLException | DataDirectoryException e) {
                root.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataDirectoryException(
                    Code.DATABASE,
                    "warehouse %s cannot be opened: %s".formatted(directory.warehouseFile(), e.getMessage()),
                    "Restore the file from a backup, or move it away and start again to load anew.",
                    e);
        }
    }

    /** Connections for reading: the engine's door. They must be closed by who takes them. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A fresh connection; closing it does not close the database. */
    public Connection connection() throws SQLException {
        return root.duplicate();
    }

    /** The versions that are kept, for readers that need one state over several statements. */
    public DataVersions versions() {
        return versions;
    }

    /** What the newest version is made of. */
    public TableManifest manifest() {
        return versions.newestManifest();
    }

    /** To be called after a publication has committed: the newest version is the new one, and what nobody reads any more is dropped. */
    public void published() throws SQLException {
        versions.refresh();
    }

    /** The directory whose files SQL may read. */
    public Path staging() {
        return staging;
    }

    /** Where files of months that wait for a dimension are kept. */
    public Path kept() {
        return kept;
    }

    /** The version that a reader sees now, or empty before the first load. */
    public Optional<DataVersion> dataVersion() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.CURRENT_VERSION))) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new DataVersion(
                    row.getLong("version"),
                    row.getTimestamp("published_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                    row.getDate("as_of").toLocalDate(),
                    row.getBoolean("closed"),
                    row.getString("source"),
                    row.getLong("rows")));
        } catch (SQLException e) {
            throw new DataDirectoryException(
                    Code.DATABASE,
                    "the data version cannot be read: " + e.getMessage(),
                    "Restore the warehouse from a backup, or load it anew.",
                    e);
        }
    }

    /**
     * Copies the warehouse, as one committed state, into a new file below {@link #staging()}. Readers and a load go on meanwhile; what commits
     * after the beginning is not in the copy. One copy at a time.
     *
     * @throws SQLException where the disk is full or the file exists with something else in it
     */
    public void copyTo(Path file) throws SQLException {
        // DuckDB refuses a second database of the same name within a transaction.
        String copy = "copy_" + UUID.randomUUID().toString().replace("-", "");
        copying.lock();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '%s' AS %s".formatted(file.toString().replace("'", "''"), copy));
            try {
                statement.execute("COPY FROM DATABASE \"%s\" TO %s".formatted(connection.getCatalog(), copy));
            } finally {
                statement.execute("DETACH " + copy);
            }
        } finally {
            copying.unlock();
        }
    }

    /** Closes the file. Connections handed out before stop working. */
    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new DataDirectoryException(
                    Code.DATABASE, "the warehouse does not close: " + e.getMessage(), "End this process.", e);
        }
    }

    private static DuckDBConnection connect(Path file, Path temporary, DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", temporary.toString());
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("perfect_ht_threshold", "20"); // 1.8 times faster star joins
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:" + file, properties).unwrap(DuckDBConnection.class);
    }

    /** Refuses a file that an earlier version wrote. */
    private static void requireFormat(Connection connection, DataDirectory directory) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.EARLIER_FORMAT))) {
            if (row.next()) {
                throw new DataDirectoryException(
                        Code.DATABASE,
                        "warehouse %s was written by an earlier version".formatted(directory.warehouseFile()),
                        "Move the file away and load the deliveries again.",
                        null);
            }
        }
    }

    /** From here on SQL reaches no file but those in {@code staging}, and no setting. */
    private static void seal(Connection connection, Path staging) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_directories = ['%s']"
                    .formatted(staging.toString().replace("'", "''")));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
    }
}
