package org.shapan.insight;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Rule type RT2 with its guards (domain §6.1.4): a value is judged by its relative deviation from the expectation, and only when the
 * deviation is material, above the unit's own noise, and, for counts, improbable by chance.
 *
 * @param level limits and materiality
 * @param direction of the indicator
 * @param kind what is measured
 * @param leastDifference smallest absolute deviation that matters, in the indicator's unit (500 yuan in the demo profile); 0 for counts
 */
public record FluctuationRule(UnitLevel level, Direction direction, Kind kind, double leastDifference) {
    private static final double CHANCE = 0.01;

    /** What kind of number the indicator is. */
    public enum Kind {
        MONEY,
        COUNT,
        /** Judged by its deviation only: guards (a) and (c) do not apply. */
        RATIO,
        /** A difference of counts, which may be negative: judged by its own noise alone, for a percentage of it means nothing. */
        BALANCE
    }

    /** What the rule found. */
    public record Verdict(State state, OptionalDouble expected, OptionalDouble deviation) {
        private static final Verdict UNKNOWN = new Verdict(State.NONE, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * @param series the unit's own values
     * @param parentExpected expectation of the unit above, empty for the top
     * @return state NONE when there is no value or no expectation
     */
    public Verdict judge(MonthlySeries series, YearMonth month, OptionalDouble parentExpected) {
        OptionalDouble actual = series.value(month);
        OptionalDouble expected =
                kind == Kind.BALANCE ? Expectation.ofBalance(series, month) : Expectation.of(series, month);
        if (actual.isEmpty() || expected.isEmpty() || (expected.getAsDouble() == 0 && kind != Kind.BALANCE)) {
            return Verdict.UNKNOWN;
        }
        double a = actual.getAsDouble();
        double e = expected.getAsDouble();
        if (kind == Kind.BALANCE) {
            return new Verdict(againstNoise(series, month, a - e), expected, OptionalDouble.empty());
        }
        double deviation = (a - e) / Math.abs(e);
        double bad = -direction.signed(deviation);
        State state = bad > level.red() ? State.RED : bad > level.yellow() ? State.YELLOW : State.GREEN;
        if (state != State.GREEN && !isMaterial(a - e, parentExpected)) {
            state = State.GREEN;
        }
        if (state != State.GREEN && kind == Kind.COUNT && !isImprobable(a, e)) {
            state = State.GREEN;
        }
        OptionalDouble noise = Expectation.noise(series, month);
        if (state != State.GREEN && noise.isPresent()) {
            state = beyondNoise(state, Math.abs(a - e), noise.getAsDouble());
        }
        return new Verdict(state, expected, OptionalDouble.of(deviation));
    }

    private State againstNoise(MonthlySeries series, YearMonth month, double difference) {
        OptionalDouble noise = Expectation.noiseOfBalance(series, month);
        double bad = -direction.signed(difference);
        if (noise.isEmpty()) {
            return State.NONE;
        }
        return bad > 3 * noise.getAsDouble() ? State.RED : bad > 2 * noise.getAsDouble() ? State.YELLOW : State.GREEN;
    }

    private boolean isMaterial(double difference, OptionalDouble parentExpected) {
        if (kind == Kind.RATIO) {
            return true;
        }
        double share = parentExpected.isPresent() ? level.material() * Math.abs(parentExpected.getAsDouble()) : 0;
        return Math.abs(difference) >= Math.max(share, leastDifference);
    }

    private static boolean isImprobable(double actual, double expected) {
        if (expected <= 0 || actual < 0) {
            return true;
        }
        PoissonDistribution chance = PoissonDistribution.of(expected);
        int count = (int) Math.min(Integer.MAX_VALUE - 1L, Math.round(actual));
        double tail = actual < expected ? chance.cumulativeProbability(count) : chance.survivalProbability(count - 1);
        return tail < CHANCE;
    }

    private static State beyondNoise(State state, double difference, double noise) {
        if (state == State.RED && difference < 3 * noise) {
            return difference < 2 * noise ? State.GREEN : State.YELLOW;
        }
        return difference < 2 * noise ? State.GREEN : state;
    }
}
