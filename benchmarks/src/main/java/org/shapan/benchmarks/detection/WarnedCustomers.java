package org.shapan.benchmarks.detection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;

/**
 * Whom cube Retention warns of, by month: A-GC-01 and A-RT-01 judge customers and not units (domain §9.6), and their verdicts are facts.
 *
 * @param byMonth numbers in net with one movement or more
 * @param ratios RET-05 and RET-06 of the last year that is over
 */
record WarnedCustomers(Map<YearMonth, Set<Long>> byMonth, List<Double> ratios) {
    private static final List<String> WARNINGS = List.of("Yellow", "Red");

    static WarnedCustomers read(OlapConnection connection) throws SQLException {
        Map<YearMonth, Set<Long>> byMonth = new HashMap<>();
        for (YearMonth month = Run.FIRST; !month.isAfter(Run.LAST); month = month.plusMonths(1)) {
            Set<Long> warned = new HashSet<>();
            for (String warning : WARNINGS) {
                add(connection, month, warning, warned);
            }
            byMonth.put(month, warned);
        }
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(
                        "SELECT {[Measures].[Warning hit rate], [Measures].[Warned before leaving]} ON COLUMNS "
                                + "FROM [Retention] WHERE ([Time].[Calendar].[" + (Run.LAST.getYear() - 1) + "])")) {
            return new WarnedCustomers(
                    byMonth,
                    List.of(cells.getCell(0).getDoubleValue(), cells.getCell(1).getDoubleValue()));
        }
    }

    private static void add(OlapConnection connection, YearMonth month, String warning, Set<Long> warned)
            throws SQLException {
        String rows =
                "DRILLTHROUGH SELECT FROM [Retention] WHERE ([Time].[Calendar].[%d].[Q%d].[%d%02d], [Warning].[%s])"
                        .formatted(
                                month.getYear(),
                                (month.getMonthValue() + 2) / 3,
                                month.getYear(),
                                month.getMonthValue(),
                                warning);
        try (Statement statement = connection.createStatement();
                ResultSet customers = statement.executeQuery(rows)) {
            if (statement.getWarnings() != null) {
                throw new OlapException(
                        "not all customers came: raise shapan.drillthrough.max-rows", statement.getWarnings());
            }
            while (customers.next()) {
                if (!customers.getBoolean("Left")) {
                    warned.add(customers.getLong("Customer"));
                }
            }
        }
    }

    /** How many of the customers of a truth were warned of in its months, before they left. */
    long found(Truth truth) {
        return truth.customers().stream()
                .filter(number -> byMonth.entrySet().stream()
                        .anyMatch(
                                of -> truth.covers(of.getKey()) && of.getValue().contains(number)))
                .count();
    }
}
