package org.shapan.warehouse.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.shapan.warehouse.data.TableManifest;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/**
 * The months of a version, as yyyymm.
 *
 * @param first first month with facts
 * @param last last month with facts
 * @param open the month that is not closed yet, 0 when all are
 */
record Calendar(int first, int last, int open) {

    /** The month of the newest version that is not closed yet, or 0. */
    static int openMonth(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.PUBLISHED_MONTHS))) {
            row.next();
            return row.getInt("open_month");
        }
    }

    /** With the months that are published already. */
    static Calendar of(Connection connection, Manifest delivered, TableManifest published) throws SQLException {
        int provisional = delivered.provisional() ? delivered.lastMonth() : 0;
        if (published.tables().isEmpty()) {
            return new Calendar(delivered.firstMonth(), delivered.lastMonth(), provisional);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.PUBLISHED_MONTHS))) {
            row.next();
            int openBefore = row.getInt("open_month");
            boolean stillOpen = openBefore < delivered.firstMonth() || openBefore > delivered.lastMonth();
            return new Calendar(
                    Math.min(row.getInt("first_month"), delivered.firstMonth()),
                    Math.max(row.getInt("last_month"), delivered.lastMonth()),
                    provisional > 0 || !stillOpen ? provisional : openBefore);
        }
    }
}
