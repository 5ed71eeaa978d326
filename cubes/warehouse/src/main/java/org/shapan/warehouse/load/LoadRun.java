package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Optional;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.BusinessType;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/** One load in one transaction, which its caller commits. */
final class LoadRun {

    private final Connection connection;
    private final Delivery delivery;
    private final Staging staging;
    private final Progress progress;
    private long rowsDone;

    LoadRun(Connection connection, Delivery delivery, Staging staging, Progress progress) {
        this.connection = connection;
        this.delivery = delivery;
        this.staging = staging;
        this.progress = progress;
    }

    void run() throws SQLException, IOException {
        Manifest manifest = delivery.manifest();
        set("first_month", manifest.firstMonth());
        set("last_month", manifest.lastMonth());
        set("source", manifest.source());
        set("delivered_rows", manifest.rows());
        dimensions();
        openingPosition();
        for (YearMonth month : delivery.months()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new LoadException(
                        Code.CANCELLED, Place.NONE, "the load was cancelled", "Load the delivery again.");
            }
            month(month);
        }
        for (LoadPlan.Step step : LoadPlan.WHOLE) {
            run(step, null);
        }
        reconcile();
        progress.report("publish", 0, 1);
        Star.run(connection, StarScript.PUBLISH);
        progress.report("publish", 1, 1);
    }

    private void dimensions() throws SQLException, IOException {
        Star.run(connection, StarScript.DIMENSIONS);
        Star.run(connection, StarScript.FACTS);
        Star.run(connection, StarScript.SEED);
        Star.run(connection, StarScript.CALENDAR);
        businessTypes();
        for (Feed feed : Feeds.DIMENSIONS) {
            stage(feed, null);
        }
        Star.run(connection, StarScript.KEYS);
        Star.run(connection, StarScript.MEMBERS);
    }

    /** The customers and numbers at the end of the month before the first. */
    private void openingPosition() throws SQLException, IOException {
        YearMonth before = delivery.months().getFirst().minusMonths(1);
        set("month", Delivery.number(before));
        for (LoadPlan.Step step : LoadPlan.OPENING) {
            run(step, before);
        }
    }

    private void month(YearMonth month) throws SQLException, IOException {
        set("month", Delivery.number(month));
        set("month_before", Delivery.number(month.minusMonths(1)));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE customer_before AS FROM customer");
        }
        for (LoadPlan.Step step : LoadPlan.MONTH) {
            run(step, month);
        }
    }

    /** @param month null for a step of whole feeds */
    private void run(LoadPlan.Step step, YearMonth month) throws SQLException, IOException {
        for (Feed feed : step.feeds()) {
            stage(feed, month);
        }
        Star.run(connection, step.script());
        if (step.script() == StarScript.CUSTOMERS) {
            requireAllCustomers(delivery.file(Feeds.CUST_MONTH, month).orElseThrow());
        }
    }

    private void requireAllCustomers(FeedFile file) throws SQLException {
        long found = count("SELECT count(*) FROM customer");
        if (found != file.rows()) {
            throw new LoadException(
                    Code.VALUE_RANGE,
                    new Place(file.feed(), file.file(), null),
                    "%s has %d customers without a tenure or an age band"
                            .formatted(file.file(), Math.abs(file.rows() - found)),
                    "See that tenure_months is not negative and birth_year is not after the month.");
        }
    }

    /** Makes a checked view of a file under its feed's name, an empty one where the delivery lacks it. */
    private void stage(Feed feed, YearMonth month) throws SQLException, IOException {
        Optional<FeedFile> file = month == null ? delivery.file(feed) : delivery.file(feed, month);
        if (file.isPresent()) {
            view(feed, file.get());
        } else {
            emptyView(feed);
        }
    }

    private void emptyView(Feed feed) throws SQLException {
        String columns = feed.columns().stream()
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), c.name()))
                .collect(joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TEMP VIEW %s AS SELECT %s WHERE false".formatted(feed.name(), columns));
        }
    }

    private void view(Feed feed, FeedFile file) throws SQLException, IOException {
        Path staged = staging.take(delivery.path(file));
        String parquet = "read_parquet('%s')".formatted(staged.toString().replace("'", "''"));
        FeedCheck check = new FeedCheck(connection, feed, file);
        try (Statement statement = connection.createStatement()) {
            check.header(parquet);
            statement.execute("CREATE OR REPLACE TEMP VIEW %s AS SELECT * FROM %s".formatted(feed.name(), parquet));
        }
        check.rows();
        rowsDone += file.rows();
        progress.report("load", rowsDone, delivery.manifest().rows());
    }

    private void businessTypes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE TEMP TABLE business_type (
                      business_type VARCHAR, business_zh VARCHAR, business_en VARCHAR, six_s VARCHAR)""");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO business_type VALUES (?, ?, ?, ?)")) {
            for (BusinessType type : BusinessType.ALL) {
                insert.setString(1, type.code());
                insert.setString(2, type.zh());
                insert.setString(3, type.en());
                insert.setString(4, type.sixS());
                insert.execute();
            }
        }
    }

    private void reconcile() throws SQLException, IOException {
        FeedFile ledger = delivery.file(Feeds.EXPECTED_TOTALS).orElseThrow();
        view(Feeds.EXPECTED_TOTALS, ledger);
        refuseDifference(
                StarScript.LEDGER_DIFFERENCES,
                new Place(Feeds.EXPECTED_TOTALS.name(), ledger.file(), "total"),
                "the ledger expects %s but the facts have %s",
                "Deliver the ledger and the feed of the same run.");
        refuseDifference(
                StarScript.IDENTITY_DIFFERENCES,
                new Place(Feeds.CUST_MONTH.name(), null, "is_end"),
                "start + new + returned - left + in - out is %s but the end is %s",
                "See that is_start of a month repeats is_end of the month before.");
    }

    /** Refuses the load with the first row of a query that must have none; its last two columns are expected and found. */
    private void refuseDifference(StarScript query, Place place, String message, String remedy) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(query))) {
            if (!row.next()) {
                return;
            }
            int columns = row.getMetaData().getColumnCount();
            StringBuilder where = new StringBuilder();
            for (int i = 1; i <= columns - 2; i++) {
                where.append(where.isEmpty() ? "" : ", ")
                        .append(row.getMetaData().getColumnLabel(i))
                        .append(' ')
                        .append(row.getString(i));
            }
            throw new LoadException(
                    Code.RECONCILIATION,
                    place,
                    "%s: ".formatted(where) + message.formatted(row.getString(columns - 1), row.getString(columns)),
                    remedy);
        }
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void set(String variable, Object value) throws SQLException {
        String literal = value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE %s = %s".formatted(variable, literal));
        }
    }
}
