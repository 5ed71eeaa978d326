package org.shapan.warehouse.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;

/**
 * Writes one file of a feed: rows are appended in the order of the grain to a {@link Scratch} database,
 * then copied to Parquet, so the same rows give the same bytes. Sums what it writes for the ledger. Values are
 * given column by column in the order of the feed.
 */
final class FeedWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Feed feed;
    private final Integer period;
    private final Path file;
    private final Scratch scratch;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final int itemColumn;
    private final long[] totals;
    private final Map<String, long[]> itemTotals = new TreeMap<>();
    private long[] item;
    private int column;
    private long rows;

    /** @param itemColumn column by whose values the ledger is cut, or null */
    FeedWriter(Scratch scratch, Feed feed, Integer period, Path file, String itemColumn) throws SQLException {
        this.scratch = scratch;
        this.feed = feed;
        this.period = period;
        this.file = file;
        this.itemColumn =
                feed.columns().stream().map(Column::name).toList().indexOf(itemColumn == null ? "" : itemColumn);
        this.totals = new long[feed.columns().size()];
        connection = scratch.borrow();
        try (Statement statement = connection.createStatement()) {
            statement.execute(feed.columns().stream()
                    .map(c -> c.name() + " " + c.type().sql())
                    .collect(Collectors.joining(", ", "CREATE OR REPLACE TABLE feed (", ")")));
        }
        appender = connection.createAppender("feed");
    }

    FeedWriter row() throws SQLException {
        appender.beginRow();
        column = 0;
        return this;
    }

    void end() throws SQLException {
        if (column != totals.length) {
            throw new IllegalStateException("row of " + feed.name() + " has " + column + " of " + totals.length);
        }
        appender.endRow();
        rows++;
    }

    FeedWriter text(String value) throws SQLException {
        if (value == null) {
            return none();
        }
        if (column == itemColumn) {
            item = itemTotals.computeIfAbsent(value, v -> new long[totals.length]);
        }
        appender.append(value);
        column++;
        return this;
    }

    FeedWriter names(Names names) throws SQLException {
        return text(names.zh()).text(names.en());
    }

    FeedWriter none() throws SQLException {
        appender.appendNull();
        column++;
        return this;
    }

    FeedWriter flag(boolean value) throws SQLException {
        appender.append(value);
        return count(value ? 1 : 0, 100);
    }

    FeedWriter number(long value) throws SQLException {
        switch (feed.columns().get(column).type()) {
            case SMALLINT -> appender.append((short) value);
            case INTEGER -> appender.append((int) value);
            case BIGINT -> appender.append(value);
            case VARCHAR, BOOLEAN, DATE, MONEY, RATIO ->
                throw new IllegalStateException(
                        feed.columns().get(column).name() + " of " + feed.name() + " is no number");
        }
        return count(value, 100);
    }

    FeedWriter money(long fen) throws SQLException {
        appender.appendDecimal(fen);
        return count(fen, 1);
    }

    /** A share in ten-thousandths. */
    FeedWriter ratio(int tenThousandths) throws SQLException {
        appender.appendDecimal(tenThousandths);
        column++;
        return this;
    }

    FeedWriter day(int epochDay) throws SQLException {
        appender.appendEpochDays(epochDay);
        column++;
        return this;
    }

    FeedWriter day(LocalDate day) throws SQLException {
        return day == null ? none() : day((int) day.toEpochDay());
    }

    private FeedWriter count(long value, int scale) {
        totals[column] += value * scale;
        if (item != null) {
            item[column] += value * scale;
        }
        column++;
        return this;
    }

    /** Writes the file and puts its sums into the ledger. */
    FeedFile finish(Ledger ledger) throws SQLException, IOException {
        appender.close();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY feed TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        }
        if (period != null) {
            ledger.add(feed, period, rows, totals, itemTotals);
        }
        return new FeedFile(feed.name(), period, file.getFileName().toString(), rows, FeedFile.sha256(file));
    }

    @Override
    public void close() throws SQLException {
        if (!appender.isClosed()) {
            appender.close();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE feed");
        }
        scratch.giveBack(connection);
    }

    static List<Column> measures(Feed feed) {
        return feed.columns().stream()
                .filter(c -> !feed.grain().contains(c.name()))
                .filter(c -> switch (c.type()) {
                    case MONEY, INTEGER, BIGINT, BOOLEAN -> true;
                    case VARCHAR, SMALLINT, DATE, RATIO -> false;
                })
                .toList();
    }
}
