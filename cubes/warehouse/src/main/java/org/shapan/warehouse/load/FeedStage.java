package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/**
 * Makes a file readable under its feed's name, without its bad rows: the way of the dimensions and of files that may have faults.
 * {@code staged_x} has all rows of the feed x that could be read, with their lines.
 */
final class FeedStage {

    static final String CSV = ".csv";

    private final Connection connection;
    private final Delivery delivery;
    private final Staging staging;
    private final Quarantine quarantine;
    private final UnknownKeys unknown;

    FeedStage(Connection connection, Delivery delivery, Staging staging, Quarantine quarantine, UnknownKeys unknown) {
        this.connection = connection;
        this.delivery = delivery;
        this.staging = staging;
        this.quarantine = quarantine;
        this.unknown = unknown;
    }

    void view(Feed feed, FeedFile file) throws SQLException, IOException {
        FeedCheck check = new FeedCheck(connection, feed, file, quarantine, unknown);
        if (file.file().endsWith(CSV)) {
            csv(feed, file);
        } else {
            Path staged = staging.take(delivery.path(file));
            String name = staged.toString().replace("'", "''");
            check.header("read_parquet('%s')".formatted(name));
            execute(
                    "CREATE OR REPLACE TEMP VIEW staged_%s AS SELECT *, file_row_number + 1 AS file_line FROM read_parquet('%s', file_row_number = true)"
                            .formatted(feed.name(), name));
        }
        check.rows();
        String good = quarantine.bad(file) == 0
                ? ""
                : " WHERE file_line NOT IN (SELECT file_line FROM bad_line WHERE feed = '%s' AND period = %d)"
                        .formatted(feed.name(), FeedCheck.period(file));
        view(feed, "SELECT %s FROM staged_%s%s".formatted(FeedCheck.names(feed.columns()), feed.name(), good));
    }

    /** A view of rows that are known to break no rule. */
    void view(Feed feed, String rows) throws SQLException {
        execute("CREATE OR REPLACE TEMP VIEW %s AS %s".formatted(feed.name(), rows));
    }

    /** An empty view. */
    void empty(Feed feed) throws SQLException {
        String columns = feed.columns().stream()
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), c.name()))
                .collect(joining(", "));
        view(feed, "SELECT %s WHERE false".formatted(columns));
    }

    private void csv(Feed feed, FeedFile file) throws SQLException, IOException {
        Path staged = staging.place(file.file() + ".staged");
        LoadException fields = fault(
                file,
                Code.FIELD_COUNT,
                null,
                "has records with more or fewer fields than its header",
                "Quote fields that hold commas.");
        Map<Long, String> ragged = new HashMap<>();
        List<String> header;
        try {
            header = CsvFile.stage(delivery.path(file), delivery.charset(file), staged, (line, text) -> {
                quarantine.take(file, fields, line, text);
                ragged.put(line, text);
            });
        } catch (CsvFile.Unreadable e) {
            throw fault(
                    file,
                    e.isOfEncoding() ? Code.ENCODING : Code.FILE_UNREADABLE,
                    null,
                    e.getMessage(),
                    e.isOfEncoding()
                            ? "Name the encoding in the manifest, such as GBK."
                            : "Deliver the file again, whole.");
        }
        header(feed, file, header);
        for (long line : ragged.keySet()) {
            execute("INSERT INTO bad_line VALUES ('%s', %d, %d)".formatted(feed.name(), FeedCheck.period(file), line));
        }
        if (!ragged.isEmpty()) {
            quarantine.refuseTooMany(file, fields);
        }
        read(feed, file, header, staged);
    }

    /** Reads the texts once, with what they mean beside. */
    private void read(Feed feed, FeedFile file, List<String> header, Path staged) throws SQLException {
        String texts = header.stream()
                .map(name -> ", '%s': 'VARCHAR'".formatted(name))
                .collect(joining("", "'file_line': 'BIGINT'", ""));
        String values = feed.columns().stream()
                .map(c -> "TRY_CAST(%1$s AS %2$s) AS %1$s"
                        .formatted(c.name(), c.type().sql()))
                .collect(joining(", "));
        String bad = feed.columns().stream()
                .map(c -> "WHEN %1$s IS NOT NULL AND TRY_CAST(%1$s AS %2$s) IS NULL THEN '%1$s'"
                        .formatted(c.name(), c.type().sql()))
                .collect(joining(" "));
        String text = feed.columns().stream()
                .map(c -> "WHEN '%1$s' THEN %1$s".formatted(c.name()))
                .collect(joining(" "));
        execute("""
                CREATE OR REPLACE TEMP TABLE csv_%s AS
                SELECT file_line, %s, CASE %s END AS bad_column, CASE bad_column %s END AS bad_text
                FROM %s
                """.formatted(
                        feed.name(), values, bad, text, FeedStore.readCsv(FeedStore.text(staged), false, texts, "")));
        Set<String> badColumns = badColumns(feed);
        for (Column column : feed.columns()) {
            if (badColumns.contains(column.name())) {
                String query = "SELECT file_line, bad_text AS value FROM csv_%s WHERE bad_column = '%s'"
                        .formatted(feed.name(), column.name());
                quarantine.take(
                        connection,
                        file,
                        fault(
                                file,
                                Code.VALUE_TYPE,
                                column.name(),
                                "has values of %s that are no %s"
                                        .formatted(column.name(), column.type().sql()),
                                "Deliver it as %s: %s.".formatted(column.type().sql(), column.meaning())),
                        query);
            }
        }
        execute(
                "CREATE OR REPLACE TEMP VIEW staged_%1$s AS SELECT * EXCLUDE (bad_column, bad_text) FROM csv_%1$s WHERE bad_column IS NULL"
                        .formatted(feed.name()));
    }

    /** Columns with values that are not of their type. */
    private Set<String> badColumns(Feed feed) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT DISTINCT bad_column FROM csv_%s WHERE bad_column IS NOT NULL".formatted(feed.name()))) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static void header(Feed feed, FeedFile file, List<String> header) {
        List<String> wanted = feed.columns().stream().map(Column::name).toList();
        if (header.size() != wanted.size() || !header.containsAll(wanted)) {
            String column = wanted.stream()
                    .filter(name -> !header.contains(name))
                    .findFirst()
                    .orElseGet(() -> header.stream()
                            .filter(name -> !wanted.contains(name))
                            .findFirst()
                            .orElse(null));
            throw fault(
                    file,
                    Code.COLUMN,
                    column,
                    "has the columns %s".formatted(header),
                    "The columns of %s are %s.".formatted(feed.name(), wanted));
        }
    }

    private static LoadException fault(FeedFile file, Code code, String column, String message, String remedy) {
        return new LoadException(
                code, new Place(file.feed(), file.file(), column), "%s %s".formatted(file.file(), message), remedy);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
