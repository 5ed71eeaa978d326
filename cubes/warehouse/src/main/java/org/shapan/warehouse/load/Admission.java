package org.shapan.warehouse.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import org.shapan.warehouse.data.TableManifest;
import org.shapan.warehouse.data.TableManifest.Written;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/** Whether a delivery fits to what is published. */
record Admission(Connection connection, Delivery delivery, TableManifest published) {

    /** The fact that has every published month. */
    private static final String EVERY_MONTH = "f_sub_detail";

    /** Whether the newest version is made of these very files. */
    boolean isLoadedAlready() throws SQLException {
        try (PreparedStatement file = connection.prepareStatement(
                "SELECT 1 FROM delivered_file WHERE feed = ? AND period = ? AND sha256 = ?")) {
            for (FeedFile delivered : delivery.manifest().files()) {
                file.setString(1, delivered.feed());
                file.setInt(2, delivered.period() == null ? 0 : delivered.period());
                file.setString(3, delivered.sha256());
                try (ResultSet found = file.executeQuery()) {
                    if (!found.next()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Refuses a delivery that leaves a gap, lacks a feed, or changes a closed month without being asked to. */
    void check(LoadOptions options) throws SQLException {
        NavigableMap<Integer, Written> months = published.months(EVERY_MONTH);
        int before = Delivery.number(delivery.months().getFirst().minusMonths(1));
        boolean opened = LoadPlan.OPENING.stream().allMatch(p -> Partitions.keeps(published, p.table(), before));
        delivery.requireFeeds(!months.isEmpty(), opened);
        if (months.isEmpty()) {
            return;
        }
        if (!isConnected(months)) {
            throw refused(
                    Code.PERIOD,
                    "published are %d to %d; %d to %d leaves a gap"
                            .formatted(
                                    months.firstKey(),
                                    months.lastKey(),
                                    delivery.manifest().firstMonth(),
                                    delivery.manifest().lastMonth()),
                    "Deliver the months between first.");
        }
        int open = Calendar.openMonth(connection);
        List<Integer> closed = delivery.months().stream()
                .map(Delivery::number)
                .filter(month -> months.containsKey(month) && month != open)
                .toList();
        if (!closed.isEmpty() && !options.restate()) {
            throw refused(
                    Code.PERIOD_CLOSED,
                    "month %d is closed".formatted(closed.getFirst()),
                    "Load it with --restate where it is to be replaced, or leave it out.");
        }
    }

    /** Whether no published month comes after the last of the delivery. */
    static boolean reachesTheEnd(Delivery delivery, TableManifest published) {
        NavigableMap<Integer, Written> months = published.months(EVERY_MONTH);
        return months.isEmpty()
                || months.lastKey() <= Delivery.number(delivery.months().getLast());
    }

    private boolean isConnected(NavigableMap<Integer, Written> months) {
        YearMonth first = Delivery.yearMonth(months.firstKey()).minusMonths(1);
        YearMonth last = Delivery.yearMonth(months.lastKey()).plusMonths(1);
        return !delivery.months().getLast().isBefore(first)
                && !delivery.months().getFirst().isAfter(last);
    }

    private static LoadException refused(Code code, String message, String remedy) {
        return new LoadException(code, Place.NONE, message, remedy);
    }
}
