package org.shapan.warehouse.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/** Compares the version that is being made with the ledger and with itself. */
final class Reconciliation {

    private final Connection connection;
    private final Delivery delivery;

    Reconciliation(Connection connection, Delivery delivery) {
        this.connection = connection;
        this.delivery = delivery;
    }

    /** The ledger stands as a view. */
    void run() throws SQLException {
        refuseDifference(
                StarScript.LEDGER_DIFFERENCES,
                new Place(
                        Feeds.EXPECTED_TOTALS.name(),
                        delivery.file(Feeds.EXPECTED_TOTALS).orElseThrow().file(),
                        "total"),
                "the ledger expects %s but the facts have %s",
                "Deliver the ledger and the feed of the same run.");
        refuseDifference(
                StarScript.IDENTITY_DIFFERENCES,
                new Place(Feeds.CUST_MONTH.name(), null, "is_end"),
                "start + new + returned - left + in - out is %s but the end is %s",
                "See that is_start of a month repeats is_end of the month before, and deliver the months after a restated one too.");
        refuseDifference(
                StarScript.SEAM_DIFFERENCES,
                new Place(Feeds.REV_ITEM.name(), null, "fee"),
                "customers who left were billed %s the month before, but the month in which they left has %s",
                "Deliver the months after a restated one too.");
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
}
