package org.shapan.portal.board;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;

/**
 * A figure of a month with its past, what judged it and what it is compared with.
 *
 * @param band fixed limits; null for none
 * @param expected what the figure should have been
 * @param reference what it is compared with on the screen, the expectation or an earlier month
 */
public record JudgedFigure(
        Form form,
        YearMonth month,
        MonthlySeries series,
        State state,
        AbsoluteBand band,
        OptionalDouble expected,
        OptionalDouble reference) {
    public JudgedFigure {
        requireNonNull(form, "form is null");
        requireNonNull(month, "month is null");
        requireNonNull(series, "series is null");
        requireNonNull(state, "state is null");
    }

    public OptionalDouble value() {
        return series.value(month);
    }

    public boolean isConspicuous() {
        return state == State.RED || state == State.YELLOW;
    }

    /** Value less what it is compared with. */
    public OptionalDouble difference() {
        return value().isPresent() && reference.isPresent()
                ? OptionalDouble.of(value().getAsDouble() - reference.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Relative difference; empty where the reference is not above 0. */
    public OptionalDouble change() {
        return difference().isPresent() && reference.getAsDouble() > 0
                ? OptionalDouble.of(difference().getAsDouble() / reference.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Difference to an earlier month; empty where either is missing. */
    public OptionalDouble differenceTo(YearMonth earlier) {
        OptionalDouble then = series.value(earlier);
        return value().isPresent() && then.isPresent()
                ? OptionalDouble.of(value().getAsDouble() - then.getAsDouble())
                : OptionalDouble.empty();
    }
}
