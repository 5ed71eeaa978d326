package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What a small count should be by the unit's own last twelve months and the season of what it is a part of. The expectation of domain §6.1.4
 * is made of seven single months, and of counts of 15 its own error is as large as the fall that it is to show.
 *
 * @param sum of the unit's months
 * @param season what the month is expected to bring, over what those months brought, of the whole
 */
public record OwnYear(double sum, double season) {
    private static final int MONTHS = 12;
    private static final int FEWEST = 6;

    /**
     * @param own counts of the unit
     * @param whole counts of what the unit is a part of; null for none: the mean month is expected then
     * @return empty with less than half a year
     */
    public static Optional<OwnYear> of(MonthlySeries own, MonthlySeries whole, YearMonth month) {
        requireNonNull(own, "own is null");
        double sum = 0;
        double all = 0;
        int months = 0;
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth earlier = month.minusMonths(back);
            if (own.value(earlier).isPresent()) {
                sum += own.value(earlier).getAsDouble();
                all += whole == null ? 0 : whole.value(earlier).orElse(0);
                months++;
            }
        }
        if (months < FEWEST) {
            return Optional.empty();
        }
        OptionalDouble expected = whole == null ? OptionalDouble.empty() : Expectation.of(whole, month);
        return Optional.of(
                new OwnYear(sum, expected.isEmpty() || all == 0 ? 1.0 / months : expected.getAsDouble() / all));
    }

    /** {@code sum × season}. */
    public double expected() {
        return sum * season;
    }

    /**
     * How probable a count as low is when nothing has changed: given the sum of the year and the month, the month's part of it is binomial with
     * {@code season ÷ (1 + season)} (the exact test of two Poisson rates, Przyborowski and Wilenski 1940). Thus the error of the year counts
     * too.
     */
    public double chanceOfFall(double actual) {
        int fallen = (int) Math.round(actual);
        int together = (int) Math.round(sum) + fallen;
        return BinomialDistribution.of(together, season / (1 + season)).cumulativeProbability(fallen);
    }

    /**
     * The unit's own noise, guard (b): 1.4826 × the median absolute deviation of the last twelve differences between count and
     * {@link #expected()} before {@code month}; empty with fewer than six of them.
     */
    public static OptionalDouble noise(MonthlySeries own, MonthlySeries whole, YearMonth month) {
        double[] differences = new double[MONTHS];
        int count = 0;
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth earlier = month.minusMonths(back);
            OptionalDouble actual = own.value(earlier);
            Optional<OwnYear> year = of(own, whole, earlier);
            if (actual.isPresent() && year.isPresent()) {
                differences[count++] = actual.getAsDouble() - year.get().expected();
            }
        }
        return count < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(Robust.scale(differences, count));
    }
}
