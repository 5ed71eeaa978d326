package org.shapan.insight.watch;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.Chance;
import org.shapan.insight.Direction;
import org.shapan.insight.Limits;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

/** The rules A-GC of one group in one month. */
final class GroupRules {
    static final String LEFT = "Members left";
    static final String OPENING = "Opening members";

    private static final String HEALTH = "Health score";
    private static final String STABILITY = "Stability score";
    private static final String RISK = "Risk score";
    private static final String MEMBERS = "Members";
    private static final String STAFF = "Staff with phones";
    private static final String LINES = "Dedicated lines";
    private static final String LINES_LOST = "Lines lost";
    private static final int QUARTER = 3;

    private final Parameters parameters;

    GroupRules(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @param churn monthly churn of the members of all groups */
    List<Finding> of(Function<String, MonthlySeries> own, MonthlySeries churn, YearMonth month) {
        List<Finding> findings = new ArrayList<>();
        health(own.apply(HEALTH), month).ifPresent(findings::add);
        stability(own, month).ifPresent(findings::add);
        share(own, churn, month).ifPresent(findings::add);
        linesLost(own, month).ifPresent(findings::add);
        return findings;
    }

    /** A-GC-02: the health grade falls, to sub-healthy (yellow) or to high risk (red). */
    private Optional<Finding> health(MonthlySeries health, YearMonth month) {
        OptionalDouble now = health.value(month);
        OptionalDouble before = health.value(month.minusMonths(1));
        if (now.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        Limits limits = parameters.limits("A-GC-02");
        State state = limits.passed(now.getAsDouble());
        return state == State.GREEN || state.compareTo(limits.passed(before.getAsDouble())) <= 0
                ? Optional.empty()
                : Optional.of(new Finding("A-GC-02", state, now.getAsDouble(), before.getAsDouble(), limits.of(state)));
    }

    /** A-GC-03: the risk score is high, or stability falls to low. */
    private Optional<Finding> stability(Function<String, MonthlySeries> own, YearMonth month) {
        Limits limits = parameters.limits("A-GC-03.risk");
        double risk = own.apply(RISK).value(month).orElse(0);
        State state = limits.reached(risk);
        if (state != State.GREEN) {
            return Optional.of(new Finding("A-GC-03", state, risk, limits.yellow(), limits.of(state)));
        }
        double low = parameters.number("A-GC-03.low-stability");
        OptionalDouble now = own.apply(STABILITY).value(month);
        OptionalDouble before = own.apply(STABILITY).value(month.minusMonths(1));
        return now.isPresent() && before.isPresent() && now.getAsDouble() < low && before.getAsDouble() >= low
                ? Optional.of(new Finding("A-GC-03", State.YELLOW, now.getAsDouble(), before.getAsDouble(), low))
                : Optional.empty();
    }

    /**
     * A-GC-04: our share of the staff of the group falls within a quarter, and more of its members have left in it than chance allows among
     * all groups.
     */
    private Optional<Finding> share(Function<String, MonthlySeries> own, MonthlySeries churn, YearMonth month) {
        OptionalDouble now = share(own, month);
        OptionalDouble before = share(own, month.minusMonths(QUARTER));
        double members =
                own.apply(OPENING).value(month.minusMonths(QUARTER - 1)).orElse(0);
        if (now.isEmpty() || before.isEmpty() || members < parameters.number("guard.fewest-customers")) {
            return Optional.empty();
        }
        Limits limits = parameters.limits("A-GC-04");
        State state = limits.reached(before.getAsDouble() - now.getAsDouble());
        double left = 0;
        double usual = 0;
        for (int back = 0; back < QUARTER; back++) {
            left += own.apply(LEFT).value(month.minusMonths(back)).orElse(0);
            usual += churn.value(month.minusMonths(back)).orElse(0);
        }
        return state == State.GREEN
                        || Chance.ofRatio(left / members, members, usual, Direction.DOWN_IS_GOOD)
                                >= parameters.number("A-GC-04.chance")
                ? Optional.empty()
                : Optional.of(new Finding("A-GC-04", state, now.getAsDouble(), before.getAsDouble(), limits.of(state)));
    }

    private static OptionalDouble share(Function<String, MonthlySeries> own, YearMonth month) {
        double staff = own.apply(STAFF).value(month).orElse(0);
        return staff == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(own.apply(MEMBERS).value(month).orElse(0) / staff);
    }

    /** A-GC-06: a dedicated line is cancelled, an event. */
    private Optional<Finding> linesLost(Function<String, MonthlySeries> own, YearMonth month) {
        double lost = own.apply(LINES_LOST).value(month).orElse(0);
        double least = parameters.number("A-GC-06");
        return lost < least
                ? Optional.empty()
                : Optional.of(new Finding(
                        "A-GC-06",
                        State.RED,
                        lost,
                        lost + own.apply(LINES).value(month).orElse(0),
                        least));
    }
}
