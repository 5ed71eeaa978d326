package org.shapan.warehouse.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.TableManifest;
import org.shapan.warehouse.feed.BusinessType;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;
import org.shapan.warehouse.load.LoadTimes.Step;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/** One load in one transaction, which its caller commits. */
final class LoadRun {

    private final Connection connection;
    private final Delivery delivery;
    private final FeedStore store;
    private final FeedStage feeds;
    private final KeptMonths kept;
    private final LoadTimes.Clock clock;
    private final Progress progress;
    private final Partitions partitions;
    private final long load;
    private long rowsDone;

    /**
     * @param before what the newest version is made of
     * @param load number of the load and of the version it makes
     */
    LoadRun(
            Connection connection,
            Delivery delivery,
            FeedStore store,
            FeedStage feeds,
            KeptMonths kept,
            TableManifest before,
            long load,
            LoadTimes.Clock clock,
            Progress progress) {
        this.connection = connection;
        this.delivery = delivery;
        this.store = store;
        this.feeds = feeds;
        this.kept = kept;
        this.clock = clock;
        this.progress = progress;
        this.load = load;
        this.partitions = new Partitions(
                connection,
                load,
                before,
                delivery.months().stream().map(Delivery::number).collect(Collectors.toSet()));
    }

    void run() throws SQLException, IOException {
        storeFacts();
        variables();
        kept.begin(delivery);
        dimensions();
        checkFacts();
        openingPosition();
        for (YearMonth month : delivery.months()) {
            refuseInterrupted();
            month(month);
        }
        Star.run(connection, StarScript.TODAY);
        for (LoadPlan.Step step : LoadPlan.WHOLE) {
            run(step, null);
        }
        progress.report("publish", 0, 1);
        clock.time(Step.PUBLISH, () -> {
            partitions.finishYear();
            partitions.finishWhole();
            partitions.publish();
        });
        stage(Feeds.EXPECTED_TOTALS, null);
        clock.time(Step.RECONCILE, () -> new Reconciliation(connection, delivery).run());
        clock.time(Step.PUBLISH, () -> {
            kept.keep(delivery);
            files();
            Star.run(connection, StarScript.PUBLISH);
        });
        progress.report("publish", 1, 1);
    }

    private void variables() throws SQLException {
        execute("SET search_path = '%s,main'".formatted(TableManifest.SCHEMA));
        set("load", load);
        set("source", delivery.manifest().source());
        set("delivered_rows", delivery.manifest().rows());
        Calendar calendar = Calendar.of(connection, delivery.manifest(), partitions.manifest());
        set("first_month", calendar.first());
        set("last_month", calendar.last());
        set("open_month", calendar.open());
        int first = delivery.manifest().firstMonth();
        set("valid_from", first == calendar.first() ? 0 : first);
        set("valid_to", delivery.manifest().lastMonth());
    }

    private void dimensions() throws SQLException, IOException {
        Star.run(connection, StarScript.WORKING);
        Star.run(connection, StarScript.DIMENSIONS);
        partitions.viewBefore();
        Star.run(connection, StarScript.SEED);
        Star.run(connection, StarScript.CALENDAR);
        businessTypes();
        for (Feed feed : Feeds.DIMENSIONS) {
            stage(feed, null);
        }
        derive(StarScript.KEYS);
        derive(StarScript.MEMBERS);
        partitions.keepMembers();
        Star.run(connection, StarScript.HISTORY);
        Star.run(connection, StarScript.UNKNOWN_MEMBERS);
    }

    /** Brings all facts into tables; before the transaction has looked at their database, since it sees it as it is then. */
    private void storeFacts() throws SQLException, IOException {
        for (Feed feed : Feeds.FACTS) {
            refuseInterrupted();
            clock.check(feed.name(), () -> store.store(feed));
        }
    }

    private void checkFacts() throws SQLException, IOException {
        for (Feed feed : Feeds.FACTS) {
            refuseInterrupted();
            clock.check(feed.name(), () -> store.check(connection, feed));
        }
    }

    private static void refuseInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LoadException(Code.CANCELLED, Place.NONE, "the load was cancelled", "Load the delivery again.");
        }
    }

    /** The position at the end of the month before the first: delivered, or kept by an earlier load. */
    private void openingPosition() throws SQLException, IOException {
        YearMonth before = delivery.months().getFirst().minusMonths(1);
        set("month", Delivery.number(before));
        for (LoadPlan.Position position : LoadPlan.OPENING) {
            boolean delivered = position.step().feeds().stream()
                    .anyMatch(feed -> delivery.file(feed, before).isPresent());
            if (delivered || !partitions.restore(position.table(), Delivery.number(before))) {
                run(position.step(), before);
            }
        }
        keepPosition(before);
    }

    private void month(YearMonth month) throws SQLException, IOException {
        partitions.year(month.getYear());
        set("month", Delivery.number(month));
        set("month_before", Delivery.number(month.minusMonths(1)));
        execute("CREATE OR REPLACE TEMP TABLE customer_before AS FROM customer");
        for (LoadPlan.Step step : LoadPlan.MONTH) {
            run(step, month);
        }
        keepPosition(month);
    }

    private void keepPosition(YearMonth month) throws SQLException {
        for (LoadPlan.Position position : LoadPlan.OPENING) {
            partitions.keep(position.table(), Delivery.number(month));
        }
    }

    /** @param month null for a step of whole feeds */
    private void run(LoadPlan.Step step, YearMonth month) throws SQLException, IOException {
        for (Feed feed : step.feeds()) {
            stage(feed, month);
        }
        derive(step.script());
        if (step.script() == StarScript.CUSTOMERS) {
            requireAllCustomers(delivery.file(Feeds.CUST_MONTH, month).orElseThrow());
        }
    }

    private void derive(StarScript script) throws SQLException, IOException {
        clock.derive(script.name().toLowerCase(Locale.ROOT), () -> Star.run(connection, script));
    }

    private void requireAllCustomers(FeedFile file) throws SQLException {
        long found = FeedCheck.count(connection, "customer");
        long good = FeedCheck.count(connection, Feeds.CUST_MONTH.name());
        if (found != good) {
            throw new LoadException(
                    Code.VALUE_RANGE,
                    new Place(file.feed(), file.file(), null),
                    "%s has %d customers without a tenure or an age band"
                            .formatted(file.file(), Math.abs(good - found)),
                    "See that tenure_months is not negative and birth_year is not after the month.");
        }
    }

    /** Makes a checked view of a file under its feed's name, an empty one where the delivery lacks it. */
    private void stage(Feed feed, YearMonth month) throws SQLException, IOException {
        Optional<FeedFile> file = month == null ? delivery.file(feed) : delivery.file(feed, month);
        if (file.isPresent()) {
            clock.check(feed.name(), () -> {
                if (store.isFaultless(file.get())) {
                    feeds.view(feed, FeedStore.rows(feed, file.get()));
                } else {
                    feeds.view(feed, file.get());
                }
            });
            rowsDone += file.get().rows();
            progress.report("load", rowsDone, delivery.rows());
        } else {
            feeds.empty(feed);
        }
    }

    private void businessTypes() throws SQLException {
        execute("""
                CREATE OR REPLACE TEMP TABLE business_type (
                  business_type VARCHAR, business_zh VARCHAR, business_en VARCHAR, six_s VARCHAR)""");
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

    /** Remembers which files the version is made of. */
    private void files() throws SQLException {
        for (FeedFile file : delivery.manifest().files()) {
            List<Object> slot = List.of(file.feed(), file.period() == null ? 0 : file.period());
            update("DELETE FROM delivered_file WHERE feed = ? AND period = ?", slot.toArray());
            update(
                    "INSERT INTO delivered_file VALUES (?, ?, ?, ?)",
                    slot.getFirst(),
                    slot.getLast(),
                    file.sha256(),
                    load);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void set(String variable, Object value) throws SQLException {
        String literal = value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
        execute("SET VARIABLE %s = %s".formatted(variable, literal));
    }
}
