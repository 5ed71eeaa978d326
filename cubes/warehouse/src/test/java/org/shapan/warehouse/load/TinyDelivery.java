package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;

/** Writes the province of {@code tiny.sql}, which stands beside this class, as a delivery; faults can be put in before. */
final class TinyDelivery {

    static final YearMonth FIRST = YearMonth.of(2010, 1);
    static final YearMonth LAST = YearMonth.of(2010, 3);

    private final Path directory;
    private final List<String> changes = new ArrayList<>();
    private boolean optional = true;
    private boolean dimensions = true;
    private boolean provisional;
    private boolean csv;
    private String encoding;
    private YearMonth first = FIRST;
    private YearMonth last = LAST;

    TinyDelivery(Path directory) {
        this.directory = directory;
    }

    /** Leaves the optional feeds out. */
    TinyDelivery withoutOptionalFeeds() {
        optional = false;
        return this;
    }

    /** Leaves the dimensions and targets out. */
    TinyDelivery withoutDimensions() {
        dimensions = false;
        return this;
    }

    /** Writes CSV, in that encoding, UTF-8 where it is null. */
    TinyDelivery csv(String newEncoding) {
        csv = true;
        encoding = newEncoding;
        return this;
    }

    /** Says that the last month is not closed. */
    TinyDelivery provisional() {
        provisional = true;
        return this;
    }

    /** Delivers some months only; where these are not the first, without the opening position. */
    TinyDelivery months(int from, int to) {
        first = Delivery.yearMonth(from);
        last = Delivery.yearMonth(to);
        return this;
    }

    /** A statement on the feeds' tables, run before the files are written; the ledger is already made. */
    TinyDelivery with(String sql) {
        changes.add(sql);
        return this;
    }

    Path write() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(directory);
            for (Feed feed : Feeds.ALL) {
                statement.execute("CREATE TABLE %s (%s)"
                        .formatted(
                                feed.name(),
                                feed.columns().stream()
                                        .map(c -> c.name() + " " + c.type().sql())
                                        .collect(joining(", "))));
            }
            statement.execute(script());
            for (String change : changes) {
                statement.execute(change);
            }
            List<FeedFile> files = new ArrayList<>();
            for (Feed feed : Feeds.ALL) {
                boolean whole = feed.period() == Feed.Period.WHOLE && !feed.equals(Feeds.EXPECTED_TOTALS);
                if ((optional || !feed.optional()) && (dimensions || !whole)) {
                    files.addAll(write(statement, feed));
                }
            }
            new Manifest(
                            Feeds.FORMAT,
                            "tiny",
                            Delivery.number(first),
                            Delivery.number(last),
                            provisional,
                            encoding,
                            files)
                    .write(directory);
            return directory;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FeedFile> write(Statement statement, Feed feed) throws SQLException, IOException {
        if (feed.period() == Feed.Period.WHOLE) {
            return List.of(copy(statement, feed, null, feed.fileName(), "true"));
        }
        YearMonth begin = Feeds.OPENING.contains(feed) && first.equals(FIRST) ? first.minusMonths(1) : first;
        List<FeedFile> files = new ArrayList<>();
        for (YearMonth month : Stream.iterate(begin, m -> !m.isAfter(last), m -> m.plusMonths(1))
                .toList()) {
            int period = Delivery.number(month);
            boolean byDay = feed.columns().getFirst().name().equals("day");
            String rows = (byDay ? "year(day) * 100 + month(day)" : "month") + " = " + period;
            files.add(copy(statement, feed, period, feed.fileName(month), rows));
        }
        return files;
    }

    private FeedFile copy(Statement statement, Feed feed, Integer period, String name, String condition)
            throws SQLException, IOException {
        String fileName = csv ? name.replace(".parquet", ".csv") : name;
        Path file = directory.resolve(fileName);
        statement.execute("COPY (SELECT * FROM %s WHERE %s ORDER BY ALL) TO '%s' (%s)"
                .formatted(
                        feed.name(), condition, file, csv ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd"));
        if (encoding != null) {
            Files.writeString(file, Files.readString(file), Charset.forName(encoding));
        }
        try (ResultSet count =
                statement.executeQuery("SELECT count(*) FROM %s WHERE %s".formatted(feed.name(), condition))) {
            count.next();
            return new FeedFile(feed.name(), period, fileName, count.getLong(1), sha256(file));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = TinyDelivery.class.getResourceAsStream("tiny.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
