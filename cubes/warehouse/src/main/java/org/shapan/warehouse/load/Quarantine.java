package org.shapan.warehouse.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.warehouse.feed.FeedFile;

/**
 * The bad rows of one load. A row that breaks a rule is kept out and counted; where those of a feed are more than a share of its rows, the
 * delivery is refused. The first {@link #LIMIT} rows are kept for people to look at.
 */
final class Quarantine {

    /** Bad rows of a load that are kept; all are counted. */
    static final int LIMIT = 10_000;

    private final Delivery delivery;
    private final double threshold;
    private final List<BadRow> rows = new ArrayList<>();
    private final Map<LoadException.Code, Long> counts = new HashMap<>();
    private final Map<String, Long> byFeed = new HashMap<>();
    private final Map<FeedFile, Long> byFile = new HashMap<>();

    /** @param threshold greatest share of bad rows in a feed, 0 to 1 */
    Quarantine(Delivery delivery, double threshold) {
        this.delivery = delivery;
        this.threshold = threshold;
    }

    List<BadRow> rows() {
        return List.copyOf(rows);
    }

    /** Bad rows by reason. */
    Map<LoadException.Code, Long> counts() {
        return Map.copyOf(counts);
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
            int room = LIMIT - rows.size();
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
        if (rows.size() < LIMIT) {
            add(file, fault, line, value);
        }
    }

    void refuseTooMany(FeedFile file, LoadException fault) {
        if (byFeed.getOrDefault(file.feed(), 0L)
                > threshold * delivery.manifest().rows(file.feed())) {
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
            counts.merge(fault.code(), n, Long::sum);
            byFeed.merge(file.feed(), n, Long::sum);
        }
    }

    /** Whether an earlier load has told and accepted the bad rows of a file that was kept. */
    private boolean isTold(FeedFile file) {
        return !delivery.manifest().files().contains(file);
    }
}
