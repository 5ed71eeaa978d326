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
     * The part of the target that should be reached: {@link #timeProgress}, or less where less of the year before stood at the month that
     * compares by the Spring Festival. A growing company has less than 31/365 of its year in January, less still without the festival, and is
     * not behind for that.
     *
     * @param own what the target counts, by month; without the twelve months of the year before, time progress alone is asked
     */
    public static double due(MonthlySeries own, YearMonth month) {
        return Math.min(
                timeProgress(month.atEndOfMonth()), partOfYearBefore(own, month).orElse(1));
    }

    private static OptionalDouble partOfYearBefore(MonthlySeries own, YearMonth month) {
        double part = 0;
        double year = 0;
        for (int m = 1; m <= 12; m++) {
            OptionalDouble value = own.value(SpringFestival.referenceOf(month.withMonth(m)));
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            year += value.getAsDouble();
            part = m == month.getMonthValue() ? year : part;
        }
        return year > 0 ? OptionalDouble.of(part / year) : OptionalDouble.empty();
    }

    /** Green from 1.00 of what is {@link #due}, yellow from 0.95, else red; NONE without a completion. */
    public static State judge(OptionalDouble completion, double due, Parameters parameters) {
        return completion.isEmpty() ? State.NONE : parameters.limits("rt1").passed(completion.getAsDouble() / due);
    }
}
