package org.shapan.portal.sandtable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is spent and what is done (domain §6.3, resource scheduling): campaigns from January to the month (the plan is that of the waves that began), the front line on the last day.
 *
 * @param budget of campaigns, yuan (CAM-54); empty below the whole company, for which alone it is planned
 * @param spent on them (CAM-07); {@code contactsPlanned} to {@code orders} likewise CAM-55, -02, -56, -04
 * @param frontLine empty where nothing is known by day
 */
record SandResources(
        OptionalDouble budget,
        OptionalDouble spent,
        OptionalDouble contactsPlanned,
        OptionalDouble contacts,
        OptionalDouble ordersPlanned,
        OptionalDouble orders,
        Optional<FrontLine> frontLine) {
    /**
     * New numbers (CHN-03) and transactions (CHN-01) of a day, and their means over the days of the month up to it.
     *
     * @param day the last day of the month with any
     * @param days unique names of the days of the month up to it
     */
    record FrontLine(
            LocalDate day,
            List<String> days,
            double newNumbers,
            double meanNewNumbers,
            double transactions,
            double meanTransactions) {
        FrontLine {
            days = List.copyOf(days);
        }
    }

    boolean isEmpty() {
        return spent.isEmpty() && frontLine.isEmpty();
    }

    /** One over the other; empty where either is missing or the plan is 0. */
    static OptionalDouble share(OptionalDouble done, OptionalDouble plan) {
        return done.isPresent() && plan.isPresent() && plan.getAsDouble() > 0
                ? OptionalDouble.of(done.getAsDouble() / plan.getAsDouble())
                : OptionalDouble.empty();
    }
}
