package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.CodeList;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/** Checks one file, which stands as the view {@code staged_x}, against the definition of the feed x. Bad rows go to the quarantine. */
final class FeedCheck {

    private final Connection connection;
    private final Feed feed;
    private final FeedFile file;
    private final Quarantine quarantine;
    private final UnknownKeys unknown;
    private final String staged;

    FeedCheck(Connection connection, Feed feed, FeedFile file, Quarantine quarantine, UnknownKeys unknown) {
        this.connection = connection;
        this.feed = feed;
        this.file = file;
        this.quarantine = quarantine;
        this.unknown = unknown;
        this.staged = "staged_" + feed.name();
    }

    /** Period of a file, 0 of one that is delivered whole. */
    static int period(FeedFile file) {
        return file.period() == null ? 0 : file.period();
    }

    static long count(Connection connection, String rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Columns by name and type; {@code parquet} is the SQL that reads the file. */
    void header(String parquet) {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + parquet)) {
            while (rows.next()) {
                found.put(rows.getString("column_name"), rows.getString("column_type"));
            }
        } catch (SQLException e) {
            throw new LoadException(
                    Code.FILE_UNREADABLE,
                    Delivery.place(file),
                    "%s is not a Parquet file: %s".formatted(file.file(), e.getMessage()),
                    "Deliver it as Parquet.",
                    e);
        }
        for (Column column : feed.columns()) {
            String type = found.remove(column.name());
            if (!column.type().sql().equals(type)) {
                String fault = type == null ? "has no column %s" : "has column %s as " + type;
                throw fault(
                        Code.COLUMN,
                        column.name(),
                        file.file() + " " + fault.formatted(column.name()),
                        "Deliver it as %s: %s.".formatted(column.type().sql(), column.meaning()));
            }
        }
        found.keySet().stream().findFirst().ifPresent(name -> {
            throw fault(
                    Code.COLUMN,
                    name,
                    "%s has an unknown column %s".formatted(file.file(), name),
                    "Leave it out; the columns of %s are %s.".formatted(feed.name(), names(feed.columns())));
        });
    }

    /** Rows, missing values, period, keys and grain. */
    void rows() throws SQLException {
        counts();
        for (Column column : feed.columns()) {
            if (column.references().isPresent()) {
                references(column, codes(column.references().get()));
            }
        }
        grain();
    }

    /** Condition of a key that is in no dimension. */
    static String unknown(Column column, String codes) {
        return "%1$s IS NOT NULL AND %1$s NOT IN (%2$s)".formatted(column.name(), codes);
    }

    private void counts() throws SQLException {
        String nulls = feed.columns().stream()
                .map(c -> "count(*) FILTER (%s IS NULL)".formatted(c.name()))
                .collect(joining(", "));
        String outside = Optional.ofNullable(file.period())
                .map(period -> "count(*) FILTER (%s <> %d)".formatted(monthOf(feed), period))
                .orElse("0");
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*), %s, %s FROM %s".formatted(outside, nulls, staged))) {
            row.next();
            long rows = row.getLong(1) + quarantine.bad(file);
            if (rows != file.rows()) {
                throw fault(
                        Code.ROW_COUNT,
                        null,
                        "%s has %d rows, the manifest says %d".formatted(file.file(), rows, file.rows()),
                        "Deliver the file again, or correct its row count.");
            }
            if (row.getLong(2) > 0) {
                LoadException fault = fault(
                        Code.PERIOD,
                        feed.columns().getFirst().name(),
                        "%s has %d rows of other months than %d".formatted(file.file(), row.getLong(2), file.period()),
                        "Put each month into its own file.");
                take(fault, feed.columns().getFirst().name(), "%s <> %d".formatted(monthOf(feed), file.period()));
            }
            for (int i = 0; i < feed.columns().size(); i++) {
                Column column = feed.columns().get(i);
                if (!column.nullable() && row.getLong(3 + i) > 0) {
                    LoadException fault = fault(
                            Code.NULL_VALUE,
                            column.name(),
                            "%s lacks %s in %d rows".formatted(file.file(), column.name(), row.getLong(3 + i)),
                            "Fill the column in every row: %s.".formatted(column.meaning()));
                    take(fault, "NULL", column.name() + " IS NULL");
                }
            }
        }
    }

    private void take(LoadException fault, String value, String condition) throws SQLException {
        quarantine.take(
                connection,
                file,
                fault,
                "SELECT file_line, %s AS value FROM %s WHERE %s".formatted(value, staged, condition));
    }

    private void references(Column column, String codes) throws SQLException {
        String inNone = unknown(column, codes);
        Optional<String> first =
                first("SELECT %1$s, count(*) AS n FROM %2$s WHERE %3$s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
                        .formatted(column.name(), staged, inNone));
        if (first.isPresent()) {
            String dimension = column.references().orElseThrow();
            LoadException fault = fault(
                    Code.UNKNOWN_KEY,
                    column.name(),
                    "%s has %s '%s', which is not in %s".formatted(file.file(), column.name(), first.get(), dimension),
                    "Deliver it in %s, or correct the row.".formatted(dimension));
            if (unknown.accepts(feed, dimension)) {
                unknown.take(file, dimension, fault, column.name(), inNone);
            } else {
                take(fault, column.name(), inNone);
            }
        }
    }

    private void grain() throws SQLException {
        String key = String.join(", ", feed.grain());
        String sql = "SELECT concat_ws(', ', %1$s) FROM %2$s GROUP BY %1$s HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
                .formatted(key, staged);
        Optional<String> first = first(sql);
        if (first.isPresent()) {
            LoadException fault = fault(
                    Code.DUPLICATE_ROW,
                    feed.grain().getLast(),
                    "%s has more than one row of %s = %s".formatted(file.file(), key, first.get()),
                    "Deliver one row: %s.".formatted(feed.meaning()));
            take(
                    fault,
                    "concat_ws(', ', %s)".formatted(key),
                    "true QUALIFY row_number() OVER (PARTITION BY %s ORDER BY file_line) > 1".formatted(key));
        }
    }

    /** SQL of the month of a row, yyyymm. */
    static String monthOf(Feed feed) {
        return feed.columns().getFirst().name().equals("day") ? "year(day) * 100 + month(day)" : "month";
    }

    private Optional<String> first(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** SQL of the codes of a dimension: a code list of ours, the key of a dimension feed or the customers of the month. */
    static String codes(String dimension) {
        if (dimension.equals(Feeds.CUST_MONTH.name())) {
            return "SELECT k_customer FROM customer";
        }
        return Arrays.stream(CodeList.values())
                .filter(list -> list.key().equals(dimension))
                .findFirst()
                .map(list -> list.codes().stream().map("'%s'"::formatted).collect(joining(", ")))
                .orElseGet(() ->
                        "SELECT %s FROM %s UNION ALL SELECT code FROM surrogate_key WHERE dimension = '%s' AND NOT awaited"
                                .formatted(
                                        Feeds.named(dimension).grain().getFirst(),
                                        dimension,
                                        UnknownKeys.dimension(dimension)));
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    private LoadException fault(Code code, String column, String message, String remedy) {
        return new LoadException(code, new Place(feed.name(), file.file(), column), message, remedy);
    }
}
