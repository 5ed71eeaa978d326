package org.shapan.portal.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;

/** Reads customers by drill-through, so that the role of the connection decides which there are. */
public final class CustomerSource {
    static final String CUBE = "Subscribers";

    /** Billed less than this share of the expectation: the revenue has dropped (domain §7.4). */
    private static final double DROPPED = 0.7;

    private static final Set<String> STOPPED = Set.of("One-way stop", "Two-way stop");

    private static final MdxTemplate CUSTOMERS = MdxTemplate.of(CustomerSource.class, "customers.mdx");

    private CustomerSource() {}

    /** Whether this connection can see customers. */
    public static boolean isThere(OlapConnection connection) throws SQLException {
        return connection.getOlapSchema().getCubes().get(CUBE) != null;
    }

    /** What is known of a customer in a month. */
    private record Row(
            String tier,
            String brand,
            String plan,
            String status,
            boolean inNet,
            boolean joined,
            boolean gone,
            boolean noCall,
            int tenure,
            double billed) {}

    /**
     * The customers that belong to an area or owner in the month, or did in the three months before.
     *
     * @param area a member of the managed area, which this connection sees
     */
    public static CustomerList read(OlapConnection connection, Member area, YearMonth month) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        Map<String, List<MemberName>> months = CalendarMonths.of(cube, month).span(month, Customer.BASE_MONTHS + 1);
        String rows = CUSTOMERS.with(Members.with(months, "area", Members.names(List.of(area))));
        try (OlapStatement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(rows)) {
            List<Customer> customers = customers(result, month);
            List<MemberName> place = List.of(
                    new MemberName(area.getUniqueName()), months.get("last").getFirst());
            return new CustomerList(customers, statement.getWarnings() == null, month, place, rows);
        }
    }

    /** The customers of the rows that the statement of a list gives. */
    static List<Customer> customers(ResultSet result, YearMonth month) throws SQLException {
        Map<String, Map<YearMonth, Row>> rows = new LinkedHashMap<>();
        while (result.next()) {
            rows.computeIfAbsent(result.getString(1), number -> new TreeMap<>())
                    .put(CalendarMonths.parse(result.getString("month")).orElseThrow(), row(result));
        }
        List<Customer> customers = new ArrayList<>();
        rows.forEach((number, byMonth) -> customers.add(customer(new CustomerNumber(number), byMonth, month)));
        return customers;
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getString("tier"),
                result.getString("brand"),
                result.getString("plan"),
                result.getString("status"),
                result.getBoolean("In net"),
                result.getBoolean("Joined") || result.getBoolean("Returned"),
                result.getBoolean("Gone"),
                result.getBoolean("No call"),
                result.getInt("Months in net"),
                result.getDouble("Billed"));
    }

    private static Customer customer(CustomerNumber number, Map<YearMonth, Row> rows, YearMonth month) {
        Row now = rows.get(month);
        Row last = now;
        for (YearMonth earlier : Customer.base(month)) {
            last = last == null ? rows.get(earlier) : last;
        }
        Map<YearMonth, Double> billed = new HashMap<>();
        rows.forEach((each, row) -> billed.put(each, row.billed()));
        double expected = Customer.expected(billed, month);
        return new Customer(
                number,
                last.tier(),
                last.brand(),
                last.plan(),
                last.tenure(),
                month,
                billed,
                reason(now, rows.get(month.minusMonths(1)), expected));
    }

    /** @param now null where the customer does not belong here in the month; {@code before} likewise for the month before */
    private static Reason reason(Row now, Row before, double expected) {
        if (now == null) {
            return before == null || before.inNet() ? Reason.TRANSFERRED : Reason.LEFT;
        }
        if (now.gone() && !now.inNet()) {
            return Reason.LEFT;
        }
        if (STOPPED.contains(now.status())) {
            return Reason.STOPPED;
        }
        if (now.noCall()) {
            return Reason.ZERO_CALL;
        }
        if (before != null
                && !(before.brand().equals(now.brand()) && before.plan().equals(now.plan()))) {
            return Reason.CHANGED;
        }
        if (now.joined()) {
            return Reason.JOINED;
        }
        if (before == null) {
            return Reason.TRANSFERRED;
        }
        return now.billed() < DROPPED * expected ? Reason.DROPPED : Reason.OTHER;
    }
}
