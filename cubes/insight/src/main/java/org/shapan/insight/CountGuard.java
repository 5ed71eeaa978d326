package org.shapan.insight;

import java.time.YearMonth;
import java.util.OptionalDouble;

/**
 * Guard (c) for small counts whose expectation is itself made of small counts: the fall must also hold against the unit's own year,
 * {@code mean of its last 12 months × E(above) ÷ mean of those months above}, which varies far less.
 */
public final class CountGuard {
    private static final int MONTHS = 12;

    private CountGuard() {}

    /**
     * @param state by the expectation
     * @param own counts of the unit
     * @param above counts of what the unit is a part of, by which the season is known; null for none
     * @param limits relative falls
     * @return the milder of {@code state} and the state against the own year
     */
    public static State milder(
            State state,
            MonthlySeries own,
            MonthlySeries above,
            YearMonth month,
            Limits limits,
            Parameters parameters) {
        OptionalDouble usual = usual(own, above, month);
        if (state == State.NONE || state == State.GREEN || usual.isEmpty()) {
            return state;
        }
        double actual = own.value(month).orElse(0);
        State byYear = usual.getAsDouble() > actual
                        && Chance.ofCount(actual, usual.getAsDouble()) < parameters.number("guard.chance.year")
                ? limits.passed(1 - actual / usual.getAsDouble())
                : State.GREEN;
        return byYear.compareTo(state) < 0 ? byYear : state;
    }

    /** Empty with less than half a year. */
    static OptionalDouble usual(MonthlySeries own, MonthlySeries above, YearMonth month) {
        double sum = 0;
        double whole = 0;
        int months = 0;
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth earlier = month.minusMonths(back);
            if (own.value(earlier).isPresent()) {
                sum += own.value(earlier).getAsDouble();
                whole += above == null ? 0 : above.value(earlier).orElse(0);
                months++;
            }
        }
        if (months < MONTHS / 2) {
            return OptionalDouble.empty();
        }
        OptionalDouble season = above == null ? OptionalDouble.empty() : Expectation.of(above, month);
        return OptionalDouble.of(season.isEmpty() || whole == 0 ? sum / months : sum * season.getAsDouble() / whole);
    }
}
