package org.shapan.insight;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** How probable a value is by chance alone (guard c of domain §6.1.4). */
public final class Chance {
    private Chance() {}

    /** One-sided Poisson tail of a count, on the side of the expectation where it lies; 0 without an expectation above 0. */
    public static double ofCount(double actual, double expected) {
        if (expected <= 0 || actual < 0) {
            return 0;
        }
        PoissonDistribution chance = PoissonDistribution.of(expected);
        int count = (int) Math.min(Integer.MAX_VALUE - 1L, Math.round(actual));
        return actual < expected ? chance.cumulativeProbability(count) : chance.survivalProbability(count - 1);
    }

    /** One-sided binomial tail of a ratio in the bad direction. */
    public static double ofRatio(double ratio, double trials, double usual, Direction direction) {
        int number = (int) Math.min(Integer.MAX_VALUE, Math.max(0, Math.round(trials)));
        int hits = (int) Math.clamp(Math.round(ratio * trials), 0, number);
        BinomialDistribution chance = BinomialDistribution.of(number, Math.clamp(usual, 0, 1));
        return direction == Direction.DOWN_IS_GOOD
                ? chance.survivalProbability(hits - 1)
                : chance.cumulativeProbability(hits);
    }
}
