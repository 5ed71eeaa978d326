package org.shapan.warehouse.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/**
 * Keys of one load that no dimension has delivered yet. Their rows stand under an unknown member until it does; where those of a feed are
 * more than a share of its rows, the delivery is refused.
 */
final class UnknownKeys {

    private final Connection connection;
    private final Delivery delivery;
    private final double threshold;
    private final boolean repairable;
    private final Map<String, Long> byFeed = new HashMap<>();
    private final Map<String, Long> byDimension = new HashMap<>();

    /**
     * @param threshold greatest share of rows with an unknown key in a feed, 0 to 1
     * @param repairable whether all months after these are at hand, so that they can be loaded again; else such rows are bad
     */
    UnknownKeys(Connection connection, Delivery delivery, double threshold, boolean repairable) {
        this.connection = connection;
        this.delivery = delivery;
        this.threshold = threshold;
        this.repairable = repairable;
    }

    /** Name of a dimension in the star, given that of its feed. */
    static String dimension(String feed) {
        return feed.replace("dim_", "");
    }

    /** Rows under unknown members, by dimension. */
    Map<String, Long> counts() {
        return Map.copyOf(byDimension);
    }

    /** Whether a key of that dimension feed may be unknown in a feed. */
    boolean accepts(Feed feed, String dimension) {
        return repairable
                && Feeds.FACTS.contains(feed)
                && Feeds.LATE.stream().anyMatch(late -> late.name().equals(dimension));
    }

    /**
     * Takes in the rows of {@code staged_x} with keys that are in no dimension.
     *
     * @param fault thrown when they are too many
     */
    void take(FeedFile file, String dimension, LoadException fault, String column, String condition)
            throws SQLException {
        String rows =
                "FROM staged_%1$s WHERE %2$s AND file_line NOT IN (SELECT file_line FROM bad_line WHERE feed = '%1$s' AND period = %3$d)"
                        .formatted(file.feed(), condition, FeedCheck.period(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO unknown_key SELECT '%s', %s, '%s', %d, count(*) %s GROUP BY ALL"
                    .formatted(dimension(dimension), column, file.feed(), FeedCheck.period(file), rows));
            try (ResultSet row = statement.executeQuery("SELECT count(*) " + rows)) {
                row.next();
                count(file, dimension(dimension), row.getLong(1));
            }
        }
        if (byFeed.getOrDefault(file.feed(), 0L)
                > threshold * delivery.manifest().rows(file.feed())) {
            throw fault;
        }
        Star.run(connection, StarScript.UNKNOWN_MEMBERS);
    }

    /** Rows of files that were kept have been accepted already. */
    private void count(FeedFile file, String dimension, long rows) {
        if (delivery.manifest().files().contains(file)) {
            byFeed.merge(file.feed(), rows, Long::sum);
            byDimension.merge(dimension, rows, Long::sum);
        }
    }
}
