package org.shapan.insight;

import java.time.YearMonth;
import java.util.Optional;

/** Guard (c) for small counts whose expectation is itself made of small counts: the fall must also hold against the unit's {@link OwnYear}. */
public final class CountGuard {
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
        Optional<OwnYear> year = OwnYear.of(own, above, month);
        if (state == State.NONE || state == State.GREEN || year.isEmpty()) {
            return state;
        }
        double actual = own.value(month).orElse(0);
        double usual = year.get().expected();
        State byYear = usual > actual && year.get().chanceOfFall(actual) < parameters.number("guard.chance.year")
                ? limits.passed(1 - actual / usual)
                : State.GREEN;
        return byYear.compareTo(state) < 0 ? byYear : state;
    }
}
