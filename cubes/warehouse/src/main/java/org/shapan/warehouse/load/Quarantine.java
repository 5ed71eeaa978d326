package org.shapan.warehouse.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.warehouse.feed.FeedFile;

/**
 * The bad rows of one load. A row that breaks a rule is kept out and counted; where those of a feed are more than a share of its rows, the
 * delivery is refused. The first rows are kept for people to look at.
 */
final class Quarantine {

    private final Delivery delivery;
    private final double threshold;
    private final int limit;
    private final List<BadRow> rows = new ArrayList<>();
    private final Map<String, Map<LoadException.Code, Long>> counts = new TreeMap<>();
    private final Map<FeedFile, Long> byFile = new HashMap<>();

    /**
     * @param threshold greatest share of bad rows in a feed, 0 to 1
     * @param limit bad rows that are kept; all are counted
     */
    Quarantine(Delivery delivery, double threshold, int limit) {
        this.limit = limit;
        this.delivery = delivery;
        this.threshold = threshold;
    }

    List<BadRow> rows() {
        return List.copyOf(rows);
    }

    /** Bad rows by reason. */
    Map<LoadException.Code, Long> counts() {
        return countsByFeed().stream()
                .collect(groupingBy(
                        count -> LoadException.Code.valueOf(count.reason()), summingLong(LoadEntry.BadCount::rows)));
    }

    /** Bad rows by feed and reason. */
    List<LoadEntry.BadCount> countsByFeed() {
        List<LoadEntry.BadCount> all = new ArrayList<>();
        counts.forEach((feed, reasons) ->
                reasons.forEach((reason, rows) -> all.add(new LoadEntry.BadCount(feed, reason.name(), rows))));
        return all;
    }

    /** Bad rows of a feed. */
    long bad(String feed) {
        return counts.getOrDefault(feed, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Bad rows of all feeds. */
    long total() {
        return counts.keySet().stream().mapToLong(this::bad).sum();
    }

    /** Faults found in a file so far; a row may have more than one. */
    long bad(FeedFile file) {
        return byFile.getOrDefault(file, 0L);
    }

    /**
     * Takes in the rows that a query finds.
     *
     * @param fault what is wrong with them; thrown when they are too many
     * @param query has the columns file_line and value
     */
    void take(Connection connection, FeedFile file, LoadException fault, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO bad_line SELECT '%s', %d, file_line FROM (%s)"
                    .formatted(file.feed(), FeedCheck.period(file), query));
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM (%s)".formatted(query))) {
                row.next();
                count(file, fault, row.getLong(1));
            }
            int room = limit - rows.size();
            try (ResultSet row = statement.executeQuery(
                    "SELECT file_line, CAST(value AS VARCHAR) AS value FROM (%s) ORDER BY 1 LIMIT %d"
                            .formatted(query, room))) {
                while (row.next()) {
                    add(file, fault, row.getLong("file_line"), row.getString("value"));
                }
            }
        }
        refuseTooMany(file, fault);
    }

    /** Takes in a row that could not even be read; {@link #refuseTooMany} is left to the caller. */
    void take(FeedFile file, LoadException fault, long line, String value) {
        count(file, fault, 1);
        if (rows.size() < limit) {
            add(file, fault, line, value);
        }
    }

    void refuseTooMany(FeedFile file, LoadException fault) {
        if (bad(file.feed()) > threshold * delivery.manifest().rows(file.feed())) {
            throw fault;
        }
    }

    private void add(FeedFile file, LoadException fault, long line, String value) {
        if (isTold(file)) {
            return;
        }
        rows.add(new BadRow(file.feed(), file.file(), line, fault.column(), value, fault.code()));
    }

    private void count(FeedFile file, LoadException fault, long n) {
        byFile.merge(file, n, Long::sum);
        if (!isTold(file)) {
            counts.computeIfAbsent(file.feed(), feed -> new TreeMap<>()).merge(fault.code(), n, Long::sum);
        }
    }

    /** Whether an earlier load has told and accepted the bad rows of a file that was kept. */
    private boolean isTold(FeedFile file) {
        return !delivery.manifest().files().contains(file);
    }
}
