package org.shapan.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalDouble;

/** Rule type RT1: completion of a year's target against the part of the year that has passed (domain §6.1.4). */
public final class TargetProgress {
    private TargetProgress() {}

    /** Day of the year over days in the year; 213/366 at 31 July 2008. */
    public static double timeProgress(LocalDate date) {
        return (double) date.getDayOfYear() / date.lengthOfYear();
    }

    /**
     * The part of the target that should be reached: {@link #timeProgress}, or less where less of the year before stood at the same month. A
     * growing company has less than 31/365 of its year in January, and is not behind for that.
     *
     * @param own what the target counts, by month; without the twelve months of the year before, time progress alone is asked
     */
    public static double due(MonthlySeries own, YearMonth month) {
        return Math.min(
                timeProgress(month.atEndOfMonth()),
                own.partOfYear(month.minusYears(1)).orElse(1));
    }

    /** Green from 1.00 of what is {@link #due}, yellow from 0.95, else red; NONE without a completion. */
    public static State judge(OptionalDouble completion, double due, Parameters parameters) {
        return completion.isEmpty() ? State.NONE : parameters.limits("rt1").passed(completion.getAsDouble() / due);
    }
}
