package org.shapan.portal.customer;

import static java.util.Objects.requireNonNull;

/**
 * A customer of an area or owner in a month.
 *
 * @param tier caption, as brand and plan; of the last month in which the customer belonged there
 * @param tenure months in net
 * @param actual billed in the month under this area or owner, yuan; 0 where the customer no longer belongs there
 * @param expected mean of what was billed there in the three months before, yuan: a single customer has no season (domain §6.1.4)
 */
public record Customer(
        CustomerNumber number,
        String tier,
        String brand,
        String plan,
        int tenure,
        double actual,
        double expected,
        Reason reason) {
    public Customer {
        requireNonNull(number, "number is null");
        requireNonNull(reason, "reason is null");
    }

    public double difference() {
        return actual - expected;
    }
}
