package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import org.shapan.warehouse.feed.Profile;

/**
 * The months of the simulation by index. Index 0 is 2007-09, so that the opening position of 2007-12 already has its
 * three months of ARPU3; facts are delivered from {@link #FIRST} to {@link #LAST}.
 */
final class Months {

    private static final YearMonth ZERO = YearMonth.of(2007, 9);

    /** Index of 2007-12, whose customers are delivered as the opening position. */
    static final int OPENING = 3;
    /** Index of the first month with facts. */
    static final int FIRST = 4;
    /** Index of the last month, the as-of month. */
    static final int LAST = 30;
    /** Number of simulated months. */
    static final int COUNT = 31;

    static {
        if (!of(FIRST).equals(Profile.FIRST_MONTH) || !of(LAST).equals(Profile.LAST_MONTH)) {
            throw new AssertionError("the simulated months do not fit the profiles'");
        }
    }

    private Months() {}

    static YearMonth of(int index) {
        return ZERO.plusMonths(index);
    }

    /** Month as yyyymm. */
    static int number(int index) {
        YearMonth month = of(index);
        return month.getYear() * 100 + month.getMonthValue();
    }

    static int days(int index) {
        return of(index).lengthOfMonth();
    }

    /** Epoch day of the first day. */
    static int firstDay(int index) {
        return (int) of(index).atDay(1).toEpochDay();
    }

    /** Index of the month of a date; negative before the simulation. */
    static int index(LocalDate date) {
        return (date.getYear() - ZERO.getYear()) * 12 + date.getMonthValue() - ZERO.getMonthValue();
    }

    /** 0 at the first month with facts, 1 at the last. */
    static double progress(int index) {
        return (index - FIRST) / (double) (LAST - FIRST);
    }
}
