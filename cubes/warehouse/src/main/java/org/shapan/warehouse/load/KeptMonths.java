package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.load.Delivery.KeptFile;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/**
 * Months with unknown keys. From the first of them on, the files are kept; the delivery that brings such a key loads these months again, so
 * that everything stands as if the key had come in time.
 */
final class KeptMonths {

    private final Connection connection;
    private final Path folder;

    /** @param folder where the files lie */
    KeptMonths(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** What a delivery brings to months before: the delivery with these months, and the rows that are repaired. */
    record Repair(Delivery delivery, long rows) {}

    /** The months that wait for keys that a delivery brings, joined to it. */
    Repair repair(Delivery delivery, Staging staging) throws SQLException, IOException {
        boolean brings =
                Feeds.LATE.stream().anyMatch(feed -> delivery.file(feed).isPresent());
        if (!brings || number("SELECT count(*) FROM unknown_key") == 0) {
            return new Repair(delivery, 0);
        }
        Star.run(connection, StarScript.WORKING);
        stageDimensions(delivery, staging);
        String arrived = "FROM unknown_key JOIN (%s) USING (dimension, code)"
                .formatted(Feeds.LATE.stream()
                        .map(feed -> "SELECT '%s' AS dimension, %s AS code FROM %s"
                                .formatted(
                                        UnknownKeys.dimension(feed.name()),
                                        feed.grain().getFirst(),
                                        feed.name()))
                        .collect(joining(" UNION ALL ")));
        long rows = number("SELECT coalesce(sum(rows), 0) " + arrived);
        if (rows == 0) {
            return new Repair(delivery, 0);
        }
        Delivery whole = delivery.with(files((int) number("SELECT min(period) " + arrived)));
        for (int i = 1; i < whole.months().size(); i++) {
            if (!whole.months().get(i - 1).plusMonths(1).equals(whole.months().get(i))) {
                throw new LoadException(
                        Code.PERIOD,
                        Place.NONE,
                        "%d waits for a key that this delivery brings, and it does not deliver %d"
                                .formatted(
                                        Delivery.number(whole.months().get(i)),
                                        Delivery.number(
                                                whole.months().get(i - 1).plusMonths(1))),
                        "Deliver the months between too, or leave the dimensions out.");
            }
        }
        return new Repair(whole, rows);
    }

    private void stageDimensions(Delivery delivery, Staging staging) throws SQLException, IOException {
        UnknownKeys none = new UnknownKeys(connection, delivery, 0, false);
        FeedStage stage = new FeedStage(connection, delivery, staging, new Quarantine(delivery, 1, 0), none);
        for (Feed feed : Feeds.DIMENSIONS) {
            if (delivery.file(feed).isPresent()) {
                stage.view(feed, delivery.file(feed).orElseThrow());
            } else {
                stage.empty(feed);
            }
        }
    }

    private Map<FeedFile, KeptFile> files(int first) throws SQLException {
        Map<FeedFile, KeptFile> files = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("FROM kept_file WHERE period >= " + first)) {
            while (row.next()) {
                FeedFile file = new FeedFile(
                        row.getString("feed"),
                        row.getInt("period"),
                        row.getString("file"),
                        row.getLong("rows"),
                        row.getString("sha256"));
                files.put(file, new KeptFile(path(file), Charset.forName(row.getString("encoding"))));
            }
        }
        return files;
    }

    /** Forgets what was unknown in the months that are about to be loaded. */
    void begin(Delivery delivery) throws SQLException {
        execute("DELETE FROM unknown_key WHERE period IN (%s) OR (feed || period) IN (%s)"
                .formatted(
                        delivery.months().stream()
                                .map(month -> String.valueOf(Delivery.number(month)))
                                .collect(joining(", ")),
                        slots(delivery.files())));
    }

    /** Keeps what must be loaded again some day. Reads the feed expected_totals. Variable: first_month (yyyymm). */
    void keep(Delivery delivery) throws SQLException, IOException {
        long beginning = number("SELECT getvariable('first_month')");
        List<FeedFile> files = delivery.files().stream()
                .filter(file -> file.period() != null)
                .filter(file -> delivery.months().contains(Delivery.yearMonth(file.period()))
                        || file.period() < beginning) // not the opening position of a month that is there itself
                .toList();
        long first = number("SELECT coalesce(min(period), 999999) FROM unknown_key");
        execute("DELETE FROM kept_file WHERE period < %d OR period IN (%s)"
                .formatted(
                        first,
                        files.stream()
                                .map(file -> String.valueOf(file.period()))
                                .distinct()
                                .collect(joining(", "))));
        execute("DELETE FROM kept_total WHERE month IN (SELECT month FROM expected_totals) OR month < " + first);
        execute("INSERT INTO kept_total SELECT month, feed, measure, item, total FROM expected_totals WHERE month >= "
                + first);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO kept_file VALUES (?, ?, ?, ?, ?, ?)")) {
            for (FeedFile file : files) {
                if (file.period() >= first) {
                    List<Object> values = List.of(
                            file.feed(),
                            file.period(),
                            file.file(),
                            file.rows(),
                            file.sha256(),
                            delivery.charset(file).name());
                    for (int i = 0; i < values.size(); i++) {
                        insert.setObject(i + 1, values.get(i));
                    }
                    insert.execute();
                    copy(delivery.path(file), path(file));
                }
            }
        }
    }

    /** Removes files that no month waits for any more. */
    void clear() throws SQLException, IOException {
        Set<Path> needed = new HashSet<>();
        files(0).values().forEach(file -> needed.add(file.path()));
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : kept.filter(path -> !needed.contains(path)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A copy, since whoever delivered a file may change it. */
    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            Path part = to.resolveSibling(to.getFileName() + ".part");
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path path(FeedFile file) {
        String name = file.file();
        return folder.resolve(file.sha256().toLowerCase(Locale.ROOT) + name.substring(name.lastIndexOf('.')));
    }

    private static String slots(Collection<FeedFile> files) {
        return files.stream()
                .filter(file -> file.period() != null)
                .map(file -> "'%s%d'".formatted(file.feed(), file.period()))
                .collect(joining(", "));
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
