package org.shapan.insight;

import java.time.YearMonth;
import java.util.OptionalDouble;

/**
 * Rule type RT2 with its guards (domain §6.1.4): a value is judged by its relative deviation from the expectation, and only when the
 * deviation is material, above the unit's own noise, and, for counts, improbable by chance.
 *
 * @param limits relative deviations in the bad direction
 * @param material least deviation as a share of the parent's expectation
 * @param direction of the indicator
 * @param kind what is measured
 * @param parameters guards
 */
public record FluctuationRule(Limits limits, double material, Direction direction, Kind kind, Parameters parameters) {
    /** With the limits of a level. */
    public static FluctuationRule of(UnitLevel level, Direction direction, Kind kind, Parameters parameters) {
        return new FluctuationRule(
                level.fluctuation(parameters), level.material(parameters), direction, kind, parameters);
    }

    /** The same rule with other limits. */
    public FluctuationRule with(Limits others) {
        return new FluctuationRule(others, material, direction, kind, parameters);
    }

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

    /** As {@link #judge(MonthlySeries, YearMonth, OptionalDouble, State)} after a month that was not red. */
    public Verdict judge(MonthlySeries series, YearMonth month, OptionalDouble parentExpected) {
        return judge(series, month, parentExpected, State.NONE);
    }

    /**
     * @param series the unit's own values
     * @param parentExpected expectation of the unit above, empty for the top
     * @param before state of the month before by the same rule: red leaves red only when better than its limit by the hysteresis
     * @return state NONE when there is no value or no expectation
     */
    public Verdict judge(MonthlySeries series, YearMonth month, OptionalDouble parentExpected, State before) {
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
        Limits now = before == State.RED ? limits.whileRed(parameters.number("hysteresis")) : limits;
        State state = now.passed(bad);
        if (state != State.GREEN && !isMaterial(a - e, parentExpected)) {
            state = State.GREEN;
        }
        if (state != State.GREEN && kind == Kind.COUNT && Chance.ofCount(a, e) >= parameters.number("guard.chance")) {
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
        Limits times = parameters.limits("guard.noise");
        return new Limits(times.yellow() * noise.getAsDouble(), times.red() * noise.getAsDouble()).passed(bad);
    }

    private boolean isMaterial(double difference, OptionalDouble parentExpected) {
        if (kind == Kind.RATIO) {
            return true;
        }
        double share = parentExpected.isPresent() ? material * Math.abs(parentExpected.getAsDouble()) : 0;
        double least = kind == Kind.MONEY ? parameters.number("guard.least-yuan") : 0;
        return Math.abs(difference) >= Math.max(share, least);
    }

    private State beyondNoise(State state, double difference, double noise) {
        Limits times = parameters.limits("guard.noise");
        if (difference < times.yellow() * noise) {
            return State.GREEN;
        }
        return state == State.RED && difference < times.red() * noise ? State.YELLOW : state;
    }
}
