package org.shapan.engine.catalog;

import java.util.List;

/**
 * What makes a dimension one of time calculations.
 *
 * @param hierarchy unique name of the time hierarchy
 * @param averaging whether year to date and moving sums take the mean of the periods where a measure has a rule of its own along time
 * @param calculations without the current one, which is a stored member
 */
public record TimeCalculationsDefinition(
        String hierarchy,
        int solveOrder,
        boolean averaging,
        List<Calculation> calculations,
        List<PeriodMapping> mappings,
        Place place) {
    public TimeCalculationsDefinition {
        calculations = List.copyOf(calculations);
        mappings = List.copyOf(mappings);
    }

    public enum Kind {
        CURRENT,
        PREVIOUS,
        PREVIOUS_GROWTH,
        YEAR_AGO,
        YEAR_AGO_GROWTH,
        YEAR_TO_DATE,
        YEAR_AGO_TO_DATE,
        YEAR_TO_DATE_GROWTH,
        MOVING_SUM,
        MOVING_AVERAGE,
        MAPPED,
        MAPPED_GROWTH
    }

    /**
     * @param periods length of a moving window, else 0
     * @param mapping name of a mapping, or null
     * @param formatString as written, or null
     */
    public record Calculation(
            String name,
            Kind kind,
            int periods,
            String mapping,
            String formatString,
            Presentation presentation,
            Place place) {}

    /**
     * Which period each is compared with.
     *
     * @param level name of a level of the time hierarchy
     * @param from column with the key of a period
     * @param to column with the key of the period it is compared with
     * @param otherwiseYearAgo whether periods that are not mapped are compared with the same of the year before
     */
    public record PeriodMapping(
            String name,
            String level,
            RelationDefinition.Leaf relation,
            String from,
            String to,
            boolean otherwiseYearAgo,
            Place place) {}
}
