package org.shapan.insight.locate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shapan.insight.watch.Entity;

/**
 * A movement taken apart.
 *
 * @param measure name
 * @param caption of the measure
 * @param actual value of the node
 * @param expected expectation of the node
 * @param seasonal whether that has the season of the year before; else it is the mean of three months
 * @param seasonalCustomers the same of the expected customers
 * @param volume part of the difference that comes from more or fewer customers (REV-20 against the expectation)
 * @param rate the rest: from more or less per customer (REV-21); both NaN where customers are not known
 * @param dimensions those with members, the one that explains best first
 * @param crossing the cell where the first members of the first two dimensions meet, when each explains most of the movement
 * @param ends parts of the area at the ends of the paths that were followed, largest contribution first
 */
public record Movement(
        String measure,
        String caption,
        Entity node,
        YearMonth month,
        double actual,
        double expected,
        boolean seasonal,
        boolean seasonalCustomers,
        double volume,
        double rate,
        List<LogicDimension> dimensions,
        Optional<Part> crossing,
        List<Part> ends) {
    /** A bar of a waterfall: from the expectation by differences to the value. */
    public record Bar(String name, double value, boolean isTotal) {}

    public Movement {
        dimensions = List.copyOf(dimensions);
        ends = List.copyOf(ends);
    }

    public double difference() {
        return actual - expected;
    }

    /**
     * The waterfall of a dimension: the expectation, its explaining members, the others together, the value. Bars between the totals add up
     * to their difference.
     *
     * @param words names of the expectation, the others and the value
     */
    public List<Bar> waterfall(LogicDimension dimension, Words words) {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(words.expected(), expected, true));
        double rest = difference();
        for (Part part : dimension.explaining()) {
            bars.add(new Bar(part.name(), part.difference(), false));
            rest -= part.difference();
        }
        bars.add(new Bar(words.others(), rest, false));
        bars.add(new Bar(words.actual(), actual, true));
        return bars;
    }

    /** Names of the bars that are no members. */
    public record Words(String expected, String others, String actual) {}
}
