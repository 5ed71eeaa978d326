package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;

/**
 * The files of a delivery in tables, one a feed, and which of them break no rule. Tables lie in a database of their own in the staging folder,
 * so that nothing of them stays in the warehouse. All months of a feed are read and checked at once, by all threads; what is wrong with a file, and in
 * which line, is left to {@link FeedStage}.
 */
final class FeedStore implements AutoCloseable {

    private static final String DATABASE = "feed_store";
    private static final String PERIOD = "file_period";
    private static final String CSV_DIALECT = "auto_detect = false, delim = ',', quote = '\"', escape = '\"'";

    private final Connection connection;
    private final Delivery delivery;
    private final Staging staging;
    private final Map<Feed, List<FeedFile>> stored = new HashMap<>();
    private final Set<FeedFile> faultless = new HashSet<>();

    /** @param connection its own, since a transaction writes to one database only; closed with the store */
    FeedStore(Connection connection, Delivery delivery, Staging staging) throws SQLException {
        this.connection = connection;
        this.delivery = delivery;
        this.staging = staging;
        execute("ATTACH OR REPLACE %s AS %s".formatted(text(staging.place("feeds.duckdb")), DATABASE));
    }

    /** CSV as all of it is delivered: comma, quotes doubled within quotes. */
    static String readCsv(String files, boolean header, String columns, String options) {
        return "read_csv(%s, header = %s, %s, columns = {%s}%s)"
                .formatted(files, header, CSV_DIALECT, columns, options);
    }

    /** Reads the files of a feed that are alike, in format and header, and have the columns of the feed. */
    void store(Feed feed) throws SQLException, IOException {
        List<FeedFile> files = delivery.files(feed);
        if (files.isEmpty()) {
            return;
        }
        boolean csv = files.getFirst().file().endsWith(FeedStage.CSV);
        List<String> header = csv ? CsvFile.header(delivery.path(files.getFirst())) : List.of();
        List<FeedFile> alike = csv ? csvFiles(feed, files, header) : parquetFiles(feed, files);
        if (alike.isEmpty()) {
            return;
        }
        String periods = alike.stream()
                .map(file -> String.valueOf(FeedCheck.period(file)))
                .collect(joining(", ", "CAST([", "] AS INTEGER[])"));
        execute("CREATE TABLE %s AS SELECT %s, %s[CAST(file_index + 1 AS BIGINT)] AS %s FROM %s"
                .formatted(
                        table(feed),
                        FeedCheck.names(feed.columns()),
                        periods,
                        PERIOD,
                        csv ? readCsv(feed, alike, header) : "read_parquet(%s)".formatted(paths(alike))));
        Set<Integer> rejected = csv ? rejected() : Set.of();
        stored.put(
                feed,
                alike.stream()
                        .filter(file -> !rejected.contains(alike.indexOf(file)))
                        .toList());
    }

    /** Parquet files with exactly the columns of the feed; none where one cannot be read. */
    private List<FeedFile> parquetFiles(Feed feed, List<FeedFile> files) throws SQLException, IOException {
        List<FeedFile> parquet = files.stream()
                .filter(file -> !file.file().endsWith(FeedStage.CSV))
                .toList();
        Map<String, Set<String>> columns = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT file_name, name, duckdb_type FROM parquet_schema(%s) WHERE column_id > 0"
                                .formatted(paths(parquet)))) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString("file_name"), name -> new TreeSet<>())
                        .add(row.getString("name") + " " + row.getString("duckdb_type"));
            }
        } catch (SQLException e) {
            return List.of();
        }
        Set<String> wanted = new TreeSet<>();
        feed.columns()
                .forEach(
                        column -> wanted.add(column.name() + " " + column.type().sql()));
        List<FeedFile> alike = new ArrayList<>();
        for (FeedFile file : parquet) {
            if (wanted.equals(columns.get(staging.take(delivery.path(file)).toString()))) {
                alike.add(file);
            }
        }
        return alike;
    }

    /** CSV files in UTF-8 that have the columns of the feed in the order of the header. */
    private List<FeedFile> csvFiles(Feed feed, List<FeedFile> files, List<String> header) throws IOException {
        List<FeedFile> alike = new ArrayList<>();
        boolean complete = header.size() == feed.columns().size()
                && feed.columns().stream().map(Column::name).allMatch(header::contains);
        for (FeedFile file : files) {
            if (complete
                    && file.file().endsWith(FeedStage.CSV)
                    && delivery.charset(file).equals(StandardCharsets.UTF_8)
                    && CsvFile.header(delivery.path(file)).equals(header)) {
                alike.add(file);
            }
        }
        return alike;
    }

    private String readCsv(Feed feed, List<FeedFile> files, List<String> header) throws IOException {
        String columns = header.stream()
                .map(name ->
                        "'%s': '%s'".formatted(name, feed.column(name).type().sql()))
                .collect(joining(", "));
        return readCsv(paths(files), true, columns, ", store_rejects = true, rejects_limit = 1");
    }

    /** Places in the list of those files of the last CSV scan that have a record that could not be read. */
    private Set<Integer> rejected() throws SQLException {
        Set<Integer> rejected = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT file_id FROM reject_errors")) {
            while (row.next()) {
                rejected.add(row.getInt(1));
            }
        }
        execute("DELETE FROM reject_errors");
        return rejected;
    }

    /**
     * Finds the files of a feed that break no rule. Equal rows have equal hashes, so that no file with a row twice is among them.
     *
     * @param load sees dimensions and keys; the customers must have been checked before what refers to them
     */
    void check(Connection load, Feed feed) throws SQLException {
        List<FeedFile> files = stored.getOrDefault(feed, List.of());
        boolean ofCustomers = feed.columns().stream().anyMatch(FeedStore::isCustomer);
        if (files.isEmpty() || ofCustomers && !stored.containsKey(Feeds.CUST_MONTH)) {
            return;
        }
        Map<Integer, Long> rows = new HashMap<>();
        Set<Integer> faulty = new HashSet<>();
        try (Statement statement = load.createStatement();
                ResultSet row = statement.executeQuery("SELECT %s, count(*), count(*) FILTER (%s) FROM %s f GROUP BY 1"
                        .formatted(PERIOD, faults(feed), table(feed)))) {
            while (row.next()) {
                rows.put(row.getInt(1), row.getLong(2));
                if (row.getLong(3) > 0) {
                    faulty.add(row.getInt(1));
                }
            }
        }
        faulty.addAll(duplicates(load, feed));
        for (FeedFile file : files) {
            int period = FeedCheck.period(file);
            if (rows.getOrDefault(period, 0L) == file.rows()
                    && !faulty.contains(period)
                    && (!ofCustomers || areCustomersFaultless(period))) {
                faultless.add(file);
            }
        }
    }

    private static String faults(Feed feed) {
        Stream<String> outside = feed.period() == Feed.Period.MONTH
                ? Stream.of("%s <> %s".formatted(FeedCheck.monthOf(feed), PERIOD))
                : Stream.empty();
        Stream<String> missing =
                feed.columns().stream().filter(column -> !column.nullable()).map(column -> column.name() + " IS NULL");
        Stream<String> unknown = feed.columns().stream()
                .filter(column -> column.references().isPresent())
                .map(column -> isCustomer(column)
                        ? "NOT EXISTS (FROM %s c WHERE c.number = f.%s AND c.%s = f.%s)"
                                .formatted(table(Feeds.CUST_MONTH), column.name(), PERIOD, PERIOD)
                        : FeedCheck.unknown(
                                column, FeedCheck.codes(column.references().get())));
        return Stream.of(outside, missing, unknown).flatMap(faults -> faults).collect(joining(" OR "));
    }

    private static boolean isCustomer(Column column) {
        return column.references().filter(Feeds.CUST_MONTH.name()::equals).isPresent();
    }

    private boolean areCustomersFaultless(int period) {
        return stored.get(Feeds.CUST_MONTH).stream()
                .anyMatch(file -> FeedCheck.period(file) == period && faultless.contains(file));
    }

    /** Periods with more than one row of a grain. */
    private static Set<Integer> duplicates(Connection load, Feed feed) throws SQLException {
        String key = "hash(%s, %s)".formatted(PERIOD, String.join(", ", feed.grain()));
        Set<Integer> found = new HashSet<>();
        try (Statement statement = load.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT count(*) = count(DISTINCT %s) FROM %s".formatted(key, table(feed)))) {
                row.next();
                if (row.getBoolean(1)) {
                    return found;
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT DISTINCT %1$s FROM (SELECT %1$s FROM %2$s GROUP BY %1$s, %3$s HAVING count(*) > 1)"
                            .formatted(PERIOD, table(feed), key))) {
                while (row.next()) {
                    found.add(row.getInt(1));
                }
            }
        }
        return found;
    }

    /** Whether a file has been stored and breaks no rule. */
    boolean isFaultless(FeedFile file) {
        return faultless.contains(file);
    }

    /** SQL of the rows of a file that breaks no rule. */
    static String rows(Feed feed, FeedFile file) {
        return "SELECT %s FROM %s WHERE %s = %d"
                .formatted(FeedCheck.names(feed.columns()), table(feed), PERIOD, FeedCheck.period(file));
    }

    private static String table(Feed feed) {
        return DATABASE + "." + feed.name();
    }

    private String paths(List<FeedFile> files) throws IOException {
        List<String> paths = new ArrayList<>();
        for (FeedFile file : files) {
            paths.add(text(staging.take(delivery.path(file))));
        }
        return "[" + String.join(", ", paths) + "]";
    }

    /** A path as SQL. */
    static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("DETACH " + DATABASE);
        }
    }
}
