package org.shapan.engine.star;

import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.TimeCalculationsDefinition.Calculation;

/** The formula of one time calculation in MDX, over the value of the cell at which it stands. */
final class TimeFormulas {
    private final Hierarchy time;
    private final Calculation calculation;
    private final boolean averaging;
    private final String period;

    /** @param averaging whether values over several periods take the mean where a measure has a rule of its own along time */
    TimeFormulas(Hierarchy time, Calculation calculation, boolean averaging) {
        this.time = time;
        this.calculation = calculation;
        this.averaging = averaging;
        this.period = time.uniqueName() + ".CurrentMember";
    }

    boolean isGrowth() {
        return switch (calculation.kind()) {
            case PREVIOUS_GROWTH, YEAR_AGO_GROWTH, YEAR_TO_DATE_GROWTH, MAPPED_GROWTH -> true;
            case CURRENT, PREVIOUS, YEAR_AGO, YEAR_TO_DATE, YEAR_AGO_TO_DATE, MOVING_SUM, MOVING_AVERAGE, MAPPED ->
                false;
        };
    }

    /** @throws org.shapan.engine.api.EngineException CATALOG_INVALID when the hierarchy has no years and the calculation needs them */
    String text() {
        return switch (calculation.kind()) {
            case CURRENT -> period;
            case PREVIOUS -> previous();
            case PREVIOUS_GROWTH -> growth(period, previous());
            case YEAR_AGO -> yearAgo();
            case YEAR_AGO_GROWTH -> growth(period, yearAgo());
            case YEAR_TO_DATE -> whereLoaded(period, toDate(period));
            case YEAR_AGO_TO_DATE -> whereLoaded(yearAgo(), toDate(yearAgo()));
            case YEAR_TO_DATE_GROWTH ->
                growth(whereLoaded(period, toDate(period)), whereLoaded(yearAgo(), toDate(yearAgo())));
            case MOVING_SUM -> whereLoaded(period, whereLoaded(firstOfWindow(), over(window())));
            case MOVING_AVERAGE ->
                whereLoaded(period, whereLoaded(firstOfWindow(), "Avg(" + window() + ", " + period + ")"));
            case MAPPED -> mapped();
            case MAPPED_GROWTH -> growth(period, mapped());
        };
    }

    private String previous() {
        return period + ".PrevMember";
    }

    private String yearAgo() {
        return "ParallelPeriod(" + years() + ", 1, " + period + ")";
    }

    private String mapped() {
        return "MappedPeriod(" + period + ", '" + calculation.mapping().replace("'", "''") + "')";
    }

    private String toDate(String last) {
        return over("PeriodsToDate(" + years() + ", " + last + ")");
    }

    private String window() {
        return "LastPeriods(" + calculation.periods() + ", " + period + ")";
    }

    private String firstOfWindow() {
        return period + ".Lag(" + (calculation.periods() - 1) + ")";
    }

    private String over(String set) {
        return "ValueOver(" + set + (averaging ? ", AVERAGE_SNAPSHOTS)" : ")");
    }

    private static String whereLoaded(String needed, String value) {
        return "IIf(IsEmpty(" + needed + "), NULL, " + value + ")";
    }

    /** Empty where either is empty, or the compared value is zero. */
    private static String growth(String value, String compared) {
        return "IIf(IsEmpty(" + value + ") OR IsEmpty(" + compared + ") OR (" + compared + ") = 0, NULL, (" + value
                + ") / (" + compared + ") - 1)";
    }

    private String years() {
        return time.levels().stream()
                .filter(level -> level.type() == LevelType.YEARS)
                .findFirst()
                .map(Level::uniqueName)
                .orElseThrow(() -> CatalogErrors.invalid(
                        calculation.place(),
                        "calculation '" + calculation.name() + "' needs a level of levelType TimeYears in "
                                + time.uniqueName()));
    }
}
