package org.shapan.insight.locate;

import org.shapan.insight.watch.Entity;

/**
 * A part of a movement.
 *
 * @param entity of an area; null for a member of another dimension
 * @param member unique name
 * @param name caption
 * @param actual value of the month
 * @param expected what it should have been
 * @param seasonal whether the expectation has the season of the year before; else it is the mean of three months
 * @param contribution its difference over the difference of the whole (REV-24): positive moves with the whole
 */
public record Part(
        Entity entity,
        String member,
        String name,
        double actual,
        double expected,
        boolean seasonal,
        double contribution) {
    public double difference() {
        return actual - expected;
    }
}
