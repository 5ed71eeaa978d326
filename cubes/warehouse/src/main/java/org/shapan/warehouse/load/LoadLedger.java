package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;
import org.shapan.warehouse.load.LoadTimes.Step;

/** The loads of a warehouse, one row each and one per feed, with what was kept out. Rows are written outside the load's own transaction. */
public final class LoadLedger {

    private final WarehouseDatabase database;

    public LoadLedger(WarehouseDatabase database) {
        this.database = requireNonNull(database, "database is null");
    }

    /** The newest loads, newest first, at most {@code limit}, which is not negative. */
    public List<LoadEntry> newest(int limit) {
        return query("SELECT * FROM load_entry ORDER BY id DESC LIMIT ?", LoadLedger::entry, (long) limit);
    }

    /** A load by its number. */
    public Optional<LoadEntry> load(long id) {
        return query("SELECT * FROM load_entry WHERE id = ?", LoadLedger::entry, id).stream()
                .findFirst();
    }

    /** Feeds of a load by name; none where its manifest could not be read. */
    public List<LoadEntry.OfFeed> feeds(long id) {
        return query(
                "SELECT feed, files, rows, bad_rows, check_ms FROM load_feed WHERE id = ? ORDER BY feed",
                row -> new LoadEntry.OfFeed(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                id);
    }

    /** Rows that a load kept out, by feed and reason. */
    public List<LoadEntry.BadCount> badCounts(long id) {
        return query(
                "SELECT feed, reason, rows FROM load_bad_count WHERE id = ? ORDER BY feed, reason",
                row -> new LoadEntry.BadCount(row.getString(1), row.getString(2), row.getLong(3)),
                id);
    }

    /** Rows that a load kept out, as far as they are kept ({@link QuarantineLimits}), by feed, file and line. */
    public List<BadRow> badRows(long id) {
        return query(
                "SELECT feed, file, line, column_name, value, reason FROM load_bad_row WHERE id = ? ORDER BY ALL",
                row -> new BadRow(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        LoadException.Code.valueOf(row.getString(6))),
                id);
    }

    /** A load begins; returns its number. */
    long begin(Path directory, String by) throws SQLException {
        try (Connection connection = database.connection()) {
            long id = query("SELECT coalesce(max(id), 0) + 1 FROM load_entry", row -> row.getLong(1))
                    .getFirst();
            update(
                    connection,
                    "INSERT INTO load_entry (id, started_at, loaded_by, directory, outcome) VALUES (?, ?, ?, ?, ?)",
                    id,
                    Timestamp.valueOf(Instant.now().atOffset(ZoneOffset.UTC).toLocalDateTime()),
                    by,
                    directory.toString(),
                    LoadEntry.RUNNING);
            return id;
        }
    }

    /** What became of a load; {@code version} is 0 where it was refused, {@code refusal} null where it was not. */
    record Outcome(String outcome, long version, LoadException refusal) {}

    /** A load has ended. Delivery and quarantine are null where it did not come so far. */
    void end(
            long id,
            Outcome outcome,
            Manifest manifest,
            Quarantine quarantine,
            LoadTimes times,
            Duration total,
            int keptLoads)
            throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            LoadException refusal = outcome.refusal();
            update(
                    connection,
                    """
                    UPDATE load_entry SET outcome = ?, version = ?, message = ?, remedy = ?, bad_rows = ?,
                      verify_ms = ?, check_ms = ?, derive_ms = ?, reconcile_ms = ?, publish_ms = ?, total_ms = ?
                    WHERE id = ?""",
                    outcome.outcome(),
                    outcome.version(),
                    refusal == null ? null : refusal.getMessage(),
                    refusal == null ? null : refusal.remedy(),
                    quarantine == null ? 0L : quarantine.total(),
                    times.of(Step.VERIFY).toMillis(),
                    times.of(Step.CHECK).toMillis(),
                    times.of(Step.DERIVE).toMillis(),
                    times.of(Step.RECONCILE).toMillis(),
                    times.of(Step.PUBLISH).toMillis(),
                    Math.max(1, total.toMillis()),
                    id);
            if (manifest != null) {
                delivered(connection, id, manifest, quarantine, times);
            }
            if (quarantine != null) {
                kept(connection, id, quarantine);
            }
            update(connection, "DELETE FROM load_bad_row WHERE id <= ?", id - keptLoads);
            connection.commit();
        }
    }

    private static void delivered(
            Connection connection, long id, Manifest manifest, Quarantine quarantine, LoadTimes times)
            throws SQLException {
        update(
                connection,
                "UPDATE load_entry SET source = ?, first_month = ?, last_month = ?, files = ?, rows = ? WHERE id = ?",
                manifest.source(),
                manifest.firstMonth(),
                manifest.lastMonth(),
                (long) manifest.files().size(),
                manifest.rows(),
                id);
        for (String feed :
                manifest.files().stream().map(FeedFile::feed).distinct().toList()) {
            update(
                    connection,
                    "INSERT INTO load_feed VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    feed,
                    manifest.files().stream().filter(f -> f.feed().equals(feed)).count(),
                    manifest.rows(feed),
                    quarantine == null ? 0L : quarantine.bad(feed),
                    times.feeds().getOrDefault(feed, Duration.ZERO).toMillis());
        }
    }

    private static void kept(Connection connection, long id, Quarantine quarantine) throws SQLException {
        for (LoadEntry.BadCount count : quarantine.countsByFeed()) {
            update(
                    connection,
                    "INSERT INTO load_bad_count VALUES (?, ?, ?, ?)",
                    id,
                    count.feed(),
                    count.reason(),
                    count.rows());
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO load_bad_row VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (BadRow row : quarantine.rows()) {
                set(
                        insert,
                        id,
                        row.feed(),
                        row.file(),
                        row.line(),
                        row.column(),
                        row.value(),
                        row.reason().name());
                insert.addBatch();
            }
            if (!quarantine.rows().isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    private static LoadEntry entry(ResultSet row) throws SQLException {
        return new LoadEntry(
                row.getLong("id"),
                row.getTimestamp("started_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                row.getString("loaded_by"),
                row.getString("directory"),
                row.getString("source"),
                row.getInt("first_month"),
                row.getInt("last_month"),
                row.getLong("files"),
                row.getLong("rows"),
                row.getLong("bad_rows"),
                row.getString("outcome"),
                row.getLong("version"),
                row.getString("message"),
                row.getString("remedy"),
                List.of(
                        row.getLong("verify_ms"),
                        row.getLong("check_ms"),
                        row.getLong("derive_ms"),
                        row.getLong("reconcile_ms"),
                        row.getLong("publish_ms")),
                row.getLong("total_ms"));
    }

    /** Makes an object of a row. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new LoadException(
                    Code.DATABASE,
                    Place.NONE,
                    "the ledger of loads cannot be read: " + e.getMessage(),
                    "Start again; where that does not help, restore the warehouse from a backup.",
                    e);
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
