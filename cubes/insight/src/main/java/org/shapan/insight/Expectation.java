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
        int history = series.monthsOfHistory(month);
        if (history < SHORTEST_HISTORY) {
            return OptionalDouble.empty();
        }
        double recent = 0;
        for (int back = 1; back <= 3; back++) {
            recent += series.value(month.minusMonths(back)).orElseThrow();
        }
        if (history < SEASONAL_HISTORY) {
            return OptionalDouble.of(recent / 3);
        }
        double reference = 0;
        for (int back = 1; back <= 3; back++) {
            OptionalDouble value = series.value(SpringFestival.referenceOf(month.minusMonths(back)));
            if (value.isEmpty()) {
                return OptionalDouble.of(recent / 3);
            }
            reference += value.getAsDouble();
        }
        OptionalDouble season = series.value(SpringFestival.referenceOf(month));
        return season.isEmpty() || reference == 0
                ? OptionalDouble.of(recent / 3)
                : OptionalDouble.of(season.getAsDouble() * recent / reference);
    }

    /**
     * As {@link #of} for a difference that may be negative, such as net adds: the season is added, not multiplied:
     * {@code E(m) = V(ref(m)) + mean of V(m−k) − V(ref(m−k)), k = 1..3}.
     */
    public static OptionalDouble ofBalance(MonthlySeries series, YearMonth month) {
        int history = series.monthsOfHistory(month);
        if (history < SHORTEST_HISTORY) {
            return OptionalDouble.empty();
        }
        double recent = 0;
        double growth = 0;
        boolean seasonal = history >= SEASONAL_HISTORY;
        for (int back = 1; back <= 3; back++) {
            double value = series.value(month.minusMonths(back)).orElseThrow();
            OptionalDouble reference = series.value(SpringFestival.referenceOf(month.minusMonths(back)));
            recent += value;
            growth += value - reference.orElse(0);
            seasonal &= reference.isPresent();
        }
        OptionalDouble season = series.value(SpringFestival.referenceOf(month));
        return seasonal && season.isPresent()
                ? OptionalDouble.of(season.getAsDouble() + growth / 3)
                : OptionalDouble.of(recent / 3);
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
