package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.shapan.engine.api.DataVersions;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.TableChange;
import org.shapan.warehouse.data.TableManifest.Written;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/** The versions of the warehouse that are kept: the newest, and those that somebody reads. The others' tables are dropped. */
final class PublishedVersions implements DataVersions {

    private static final System.Logger LOG = System.getLogger(PublishedVersions.class.getName());

    private final DuckDBConnection database;
    private final NavigableMap<Long, TableManifest> kept = new TreeMap<>();
    private final Map<Long, Integer> pins = new HashMap<>();

    PublishedVersions(DuckDBConnection database) throws SQLException {
        this.database = requireNonNull(database, "database is null");
        refresh();
    }

    /** Reads what has been published since, and drops what nobody reads any more. */
    synchronized void refresh() throws SQLException {
        Map<Long, Map<String, NavigableMap<Integer, Written>>> found = new TreeMap<>();
        try (Connection connection = database.duplicate();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.VERSION_PARTITIONS))) {
            while (row.next()) {
                found.computeIfAbsent(row.getLong("version"), v -> new HashMap<>())
                        .computeIfAbsent(row.getString("name"), n -> new TreeMap<>())
                        .put(row.getInt("k_month"), new Written(row.getLong("load"), row.getLong("extended")));
            }
        }
        found.forEach((version, tables) -> kept.putIfAbsent(version, new TableManifest(tables)));
        dropUnread();
    }

    synchronized TableManifest newestManifest() {
        return kept.isEmpty() ? TableManifest.EMPTY : kept.lastEntry().getValue();
    }

    @Override
    public synchronized long newest() {
        return kept.isEmpty() ? -1 : kept.lastKey();
    }

    @Override
    public synchronized Pin pin(long version) {
        if (!kept.containsKey(version)) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Data version " + version + " is not kept any more; ask again");
        }
        pins.merge(version, 1, Integer::sum);
        return () -> release(version);
    }

    @Override
    public synchronized String table(long version, String name) {
        TableManifest manifest = kept.get(version);
        return manifest == null || manifest.months(name).isEmpty() ? name : TableManifest.view(name, version);
    }

    @Override
    public synchronized TableChange change(String table, long from, long to) {
        TableManifest before = kept.get(from);
        TableManifest after = kept.get(to);
        return before == null || after == null ? new TableChange.Rewritten() : before.change(table, after);
    }

    private synchronized void release(long version) {
        if (pins.merge(version, -1, Integer::sum) == 0) {
            pins.remove(version);
            try {
                dropUnread();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "Old tables stay until the next publication: {0}", e.getMessage());
            }
        }
    }

    private void dropUnread() throws SQLException {
        List<Long> unread = kept.keySet().stream()
                .filter(version -> version != newest() && !pins.containsKey(version))
                .toList();
        if (unread.isEmpty()) {
            return;
        }
        NavigableMap<Long, TableManifest> rest = new TreeMap<>(kept);
        rest.keySet().removeAll(unread);
        Set<String> needed = new HashSet<>();
        rest.values().forEach(manifest -> needed.addAll(manifest.locations()));
        try (Connection connection = database.duplicate();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Set<String> gone = new HashSet<>();
            for (long version : unread) {
                TableManifest manifest = kept.get(version);
                for (String table : manifest.tables().keySet()) {
                    statement.execute("DROP VIEW IF EXISTS main." + TableManifest.view(table, version));
                }
                gone.addAll(manifest.locations());
                statement.execute("DELETE FROM version_partition WHERE version = " + version);
            }
            gone.removeAll(needed);
            for (String table : gone) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            connection.commit();
        }
        kept.keySet().removeAll(unread);
    }
}
