package org.shapan.portal.customer;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A customer of an area or owner in a month.
 *
 * @param tier caption, as brand and plan; of the last month in which the customer belonged there
 * @param tenure months in net
 * @param month whose movement is looked at
 * @param billed by month under this area or owner, yuan; without the months in which the customer did not belong there
 */
public record Customer(
        CustomerNumber number,
        String tier,
        String brand,
        String plan,
        int tenure,
        YearMonth month,
        Map<YearMonth, Double> billed,
        Reason reason) {
    /** Months before whose mean is what a customer is expected to be billed. */
    static final int BASE_MONTHS = 3;

    public Customer {
        requireNonNull(number, "number is null");
        requireNonNull(month, "month is null");
        requireNonNull(reason, "reason is null");
        billed = Map.copyOf(billed);
    }

    /** Billed in the month, yuan; 0 where the customer no longer belongs there. */
    public double actual() {
        return billed.getOrDefault(month, 0.0);
    }

    /** Mean of what was billed there in the three months before, yuan: a single customer has no season (domain §6.1.4). */
    public double expected() {
        return expected(billed, month);
    }

    static double expected(Map<YearMonth, Double> billed, YearMonth month) {
        return base(month).stream()
                        .mapToDouble(earlier -> billed.getOrDefault(earlier, 0.0))
                        .sum()
                / BASE_MONTHS;
    }

    public double difference() {
        return actual() - expected();
    }

    /** The months whose mean is the expectation of one, the latest first. */
    static List<YearMonth> base(YearMonth month) {
        return IntStream.rangeClosed(1, BASE_MONTHS)
                .mapToObj(month::minusMonths)
                .toList();
    }
}
