package org.shapan.portal.customer;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.api.MemberName;

/**
 * The customers of an area or owner.
 *
 * @param customers all, the largest movement first, ties by number
 * @param complete false where there were more rows than a drill-through gives
 * @param month whose movement it is
 * @param place the area or owner, and the month
 * @param statement the drill-through that lists them
 */
public record CustomerList(
        List<Customer> customers, boolean complete, YearMonth month, List<MemberName> place, String statement) {
    /** Most customers that are listed (domain §6.1.3). */
    public static final int MOST = 500;
    /** Listed until they explain this much of the movement. */
    static final double ENOUGH = 0.9;

    public CustomerList {
        customers = customers.stream()
                .sorted(Comparator.comparingDouble((Customer customer) -> Math.abs(customer.difference()))
                        .reversed()
                        .thenComparing(Customer::number))
                .toList();
        place = List.copyOf(place);
    }

    /** The same list with the customers that its statement gives now. */
    CustomerList with(List<Customer> now) {
        return new CustomerList(now, complete, month, place, statement);
    }

    /** Customers of one reason together. */
    public record Together(Reason reason, int count, double difference) {}

    public double actual() {
        return customers.stream().mapToDouble(Customer::actual).sum();
    }

    public double expected() {
        return customers.stream().mapToDouble(Customer::expected).sum();
    }

    public double difference() {
        return actual() - expected();
    }

    /** The customers that move the whole: from the largest movement on until 90 % is explained, at most {@link #MOST}. */
    public List<Customer> explaining() {
        double whole = difference();
        List<Customer> listed = new ArrayList<>();
        double sum = 0;
        for (Customer customer : customers) {
            if (listed.size() == MOST || whole != 0 && sum / whole >= ENOUGH) {
                break;
            }
            listed.add(customer);
            sum += customer.difference();
        }
        return listed;
    }

    /** What those who explain it move, as a share of the whole movement. */
    public double explained() {
        return explaining().stream().mapToDouble(Customer::difference).sum() / difference();
    }

    /** By reason; what moves most with the whole comes first. */
    public List<Together> byReason() {
        Map<Reason, Together> sums = new EnumMap<>(Reason.class);
        for (Customer customer : customers) {
            sums.merge(
                    customer.reason(),
                    new Together(customer.reason(), 1, customer.difference()),
                    (a, b) -> new Together(a.reason(), a.count() + b.count(), a.difference() + b.difference()));
        }
        double sign = Math.signum(difference());
        return sums.values().stream()
                .sorted(Comparator.comparingDouble((Together together) -> -sign * together.difference()))
                .toList();
    }
}
