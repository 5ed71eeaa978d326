package org.shapan.insight;

import java.time.YearMonth;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** What an indicator should have been in a month, from its own past (domain §6.1.4). */
public final class Expectation {
    /** With at least this much history the season is taken from the comparable months of the year before. */
    static final int SEASONAL_HISTORY = 15;
    /** With less than this there is no expectation. */
    static final int SHORTEST_HISTORY = 3;

    private Expectation() {}

    /**
     * {@code E(m) = V(ref(m)) × [V(m−1)+V(m−2)+V(m−3)] ÷ [V(ref(m−1))+V(ref(m−2))+V(ref(m−3))]} with 15 months of history; the mean of
     * the last three months with 3 to 14; else empty.
     */
    public static OptionalDouble of(MonthlySeries series, YearMonth month) {
        if (series.monthsOfHistory(month) < SHORTEST_HISTORY) {
            return OptionalDouble.empty();
        }
        double recent = recent(series, month);
        return isSeasonal(series, month)
                ? OptionalDouble.of(
                        series.value(SpringFestival.referenceOf(month)).orElseThrow()
                                * recent
                                / references(series, month))
                : OptionalDouble.of(recent / 3);
    }

    /**
     * As {@link #of} for a difference that may be negative, such as net adds: the season is added, not multiplied:
     * {@code E(m) = V(ref(m)) + mean of V(m−k) − V(ref(m−k)), k = 1..3}.
     */
    public static OptionalDouble ofBalance(MonthlySeries series, YearMonth month) {
        if (series.monthsOfHistory(month) < SHORTEST_HISTORY) {
            return OptionalDouble.empty();
        }
        double recent = recent(series, month);
        return hasReferences(series, month)
                ? OptionalDouble.of(
                        series.value(SpringFestival.referenceOf(month)).orElseThrow()
                                + (recent - references(series, month)) / 3)
                : OptionalDouble.of(recent / 3);
    }

    /** Whether {@link #of} takes the season from the year before, and not the mean of three months. */
    public static boolean isSeasonal(MonthlySeries series, YearMonth month) {
        return hasReferences(series, month) && references(series, month) != 0;
    }

    /** As {@link #isSeasonal}, of {@link #ofBalance}. */
    public static boolean hasReferences(MonthlySeries series, YearMonth month) {
        if (series.monthsOfHistory(month) < SEASONAL_HISTORY) {
            return false;
        }
        for (int back = 0; back <= 3; back++) {
            if (series.value(SpringFestival.referenceOf(month.minusMonths(back)))
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static double recent(MonthlySeries series, YearMonth month) {
        double sum = 0;
        for (int back = 1; back <= 3; back++) {
            sum += series.value(month.minusMonths(back)).orElseThrow();
        }
        return sum;
    }

    private static double references(MonthlySeries series, YearMonth month) {
        double sum = 0;
        for (int back = 1; back <= 3; back++) {
            sum += series.value(SpringFestival.referenceOf(month.minusMonths(back)))
                    .orElseThrow();
        }
        return sum;
    }

    /**
     * The unit's own noise: 1.4826 × the median absolute deviation of the last 12 differences between value and expectation before
     * {@code month}; empty with fewer than 6 of them.
     */
    public static OptionalDouble noise(MonthlySeries series, YearMonth month) {
        return noise(series, month, Expectation::of);
    }

    /** As {@link #noise}, about {@link #ofBalance}. */
    static OptionalDouble noiseOfBalance(MonthlySeries series, YearMonth month) {
        return noise(series, month, Expectation::ofBalance);
    }

    private static OptionalDouble noise(
            MonthlySeries series, YearMonth month, BiFunction<MonthlySeries, YearMonth, OptionalDouble> expectation) {
        double[] differences = new double[12];
        int count = 0;
        for (int back = 1; back <= 12; back++) {
            YearMonth earlier = month.minusMonths(back);
            OptionalDouble actual = series.value(earlier);
            OptionalDouble expected = expectation.apply(series, earlier);
            if (actual.isPresent() && expected.isPresent()) {
                differences[count++] = actual.getAsDouble() - expected.getAsDouble();
            }
        }
        return count < 6 ? OptionalDouble.empty() : OptionalDouble.of(Robust.scale(differences, count));
    }
}
