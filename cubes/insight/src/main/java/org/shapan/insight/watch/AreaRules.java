package org.shapan.insight.watch;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.Chance;
import org.shapan.insight.CountGuard;
import org.shapan.insight.Direction;
import org.shapan.insight.Expectation;
import org.shapan.insight.FluctuationRule;
import org.shapan.insight.Indicator;
import org.shapan.insight.Judge;
import org.shapan.insight.Limits;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.TargetProgress;
import org.shapan.insight.UnitLevel;

/** The rules A-PA of one unit in one month. */
final class AreaRules {
    private static final String REVENUE = "Gross revenue";
    private static final String NEW = "New";
    private static final String CHURN = "Churn rate";
    private static final String DATA = "Data revenue";

    /**
     * A unit with its past.
     *
     * @param above figures of the unit above, null for the top
     */
    record Unit(UnitLevel level, Function<String, MonthlySeries> own, Function<String, MonthlySeries> above) {
        MonthlySeries parent(String measure) {
            return above == null ? null : above.apply(measure);
        }

        OptionalDouble parentExpected(String measure, YearMonth month) {
            return above == null ? OptionalDouble.empty() : Expectation.of(above.apply(measure), month);
        }
    }

    private final Parameters parameters;

    AreaRules(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * A-PA-01: completion of the year's revenue target over what is due (RT1). Targets of new customers are left out: their season is not
     * that of the calendar.
     *
     * @param completion of the target, by month
     */
    Optional<Finding> progress(Unit unit, MonthlySeries completion, YearMonth month) {
        OptionalDouble value = completion.value(month);
        double due = TargetProgress.due(unit.own().apply(REVENUE), month);
        State state = TargetProgress.judge(value, due, parameters);
        return state == State.YELLOW || state == State.RED
                ? Optional.of(new Finding(
                        "A-PA-01",
                        state,
                        value.orElseThrow(),
                        due,
                        parameters.limits("rt1").of(state)))
                : Optional.empty();
    }

    /** A-PA-02, A-PA-05: revenue against its expectation. */
    Optional<Finding> revenue(String rule, Unit unit, YearMonth month) {
        MonthlySeries own = unit.own().apply(REVENUE);
        FluctuationRule.Verdict verdict = Judge.judge(
                Indicator.of("REV-01").orElseThrow(),
                unit.level(),
                own,
                unit.parent(REVENUE),
                unit.own().apply(Judge.CUSTOMERS),
                month,
                parameters);
        return finding(rule, verdict, own, month, unit.level().fluctuation(parameters));
    }

    /** A-PA-03: new customers against their expectation. */
    Optional<Finding> newcomers(Unit unit, YearMonth month) {
        return fall("A-PA-03", unit, NEW, FluctuationRule.Kind.COUNT, month);
    }

    /** A-PA-07: revenue of data services against its expectation. */
    Optional<Finding> dataRevenue(Unit unit, YearMonth month) {
        return fall("A-PA-07", unit, DATA, FluctuationRule.Kind.MONEY, month);
    }

    private Optional<Finding> fall(String rule, Unit unit, String measure, FluctuationRule.Kind kind, YearMonth month) {
        Limits limits = parameters.limits(rule);
        FluctuationRule fall = FluctuationRule.of(unit.level(), Direction.UP_IS_GOOD, kind, parameters)
                .with(limits);
        MonthlySeries own = unit.own().apply(measure);
        State before = fall.judge(own, month.minusMonths(1), unit.parentExpected(measure, month.minusMonths(1)))
                .state();
        FluctuationRule.Verdict verdict = fall.judge(own, month, unit.parentExpected(measure, month), before);
        if (kind == FluctuationRule.Kind.COUNT) {
            State state = CountGuard.milder(verdict.state(), own, unit.parent(measure), month, limits, parameters);
            verdict = new FluctuationRule.Verdict(state, verdict.expected(), verdict.deviation());
        }
        return finding(rule, verdict, own, month, limits);
    }

    /** A-PA-04: churn against its mean of the months before, beyond its own noise and chance. */
    Optional<Finding> churn(Unit unit, YearMonth month) {
        MonthlySeries own = unit.own().apply(CHURN);
        OptionalDouble value = own.value(month);
        int months = (int) parameters.number("A-PA-04.months");
        double sum = 0;
        for (int back = 1; back <= months; back++) {
            OptionalDouble earlier = own.value(month.minusMonths(back));
            if (earlier.isEmpty()) {
                return Optional.empty();
            }
            sum += earlier.getAsDouble();
        }
        double mean = sum / months;
        if (value.isEmpty() || mean <= 0) {
            return Optional.empty();
        }
        Limits limits = parameters.limits("A-PA-04");
        State state = limits.reached(value.getAsDouble() / mean);
        double customers = unit.own().apply(Judge.CUSTOMERS).value(month).orElse(0);
        if (state == State.GREEN
                || Chance.ofRatio(value.getAsDouble(), customers, mean, Direction.DOWN_IS_GOOD)
                        >= parameters.number("guard.chance")) {
            return Optional.empty();
        }
        OptionalDouble noise = Expectation.noise(own, month);
        if (noise.isPresent()) {
            State beyond = parameters
                    .limits("guard.noise")
                    .reached((value.getAsDouble() - mean) / Math.max(noise.getAsDouble(), Double.MIN_NORMAL));
            state = beyond.compareTo(state) < 0 ? beyond : state;
        }
        return state == State.GREEN
                ? Optional.empty()
                : Optional.of(new Finding("A-PA-04", state, value.getAsDouble(), mean, limits.of(state)));
    }

    /**
     * A-PA-06: revenue falls short month after month. A month counts when it lies below its expectation by the level's yellow limit and the
     * shortfall matters to the unit above.
     */
    Optional<Finding> decline(Unit unit, YearMonth month) {
        Limits runs = parameters.limits("rt5");
        int run = 0;
        while (run < runs.red() && isShort(unit, month.minusMonths(run))) {
            run++;
        }
        State byNoise = beyondNoise(unit, month, run);
        State state = runs.reached(run).compareTo(byNoise) < 0 ? runs.reached(run) : byNoise;
        return state == State.GREEN
                ? Optional.empty()
                : Optional.of(new Finding(
                        "A-PA-06",
                        state,
                        unit.own().apply(REVENUE).value(month).orElseThrow(),
                        Expectation.of(unit.own().apply(REVENUE), month).orElseThrow(),
                        runs.of(state)));
    }

    /** Guard (b) on the mean shortfall of the run; red where the noise is not known. */
    private State beyondNoise(Unit unit, YearMonth month, int run) {
        if (run == 0) {
            return State.GREEN;
        }
        MonthlySeries own = unit.own().apply(REVENUE);
        double sum = 0;
        for (int back = 0; back < run; back++) {
            YearMonth earlier = month.minusMonths(back);
            sum += Expectation.of(own, earlier).orElseThrow()
                    - own.value(earlier).orElseThrow();
        }
        OptionalDouble noise = Expectation.noise(own, month);
        return noise.isEmpty() || noise.getAsDouble() == 0
                ? State.RED
                : parameters.limits("guard.noise").reached(sum / run / noise.getAsDouble());
    }

    private boolean isShort(Unit unit, YearMonth month) {
        OptionalDouble actual = unit.own().apply(REVENUE).value(month);
        OptionalDouble expected = Expectation.of(unit.own().apply(REVENUE), month);
        if (actual.isEmpty() || expected.isEmpty() || expected.getAsDouble() <= 0) {
            return false;
        }
        double shortfall = expected.getAsDouble() - actual.getAsDouble();
        double least = Math.max(
                parameters.number("guard.least-yuan"),
                parameters.number("guard.material.area")
                        * unit.parentExpected(REVENUE, month).orElse(0));
        return shortfall >= least
                && shortfall
                        > parameters.number("A-PA-06.short")
                                * unit.level().fluctuation(parameters).yellow()
                                * expected.getAsDouble();
    }

    private static Optional<Finding> finding(
            String rule, FluctuationRule.Verdict verdict, MonthlySeries own, YearMonth month, Limits limits) {
        return verdict.state() == State.YELLOW || verdict.state() == State.RED
                ? Optional.of(new Finding(
                        rule,
                        verdict.state(),
                        own.value(month).orElseThrow(),
                        verdict.expected().orElseThrow(),
                        limits.of(verdict.state())))
                : Optional.empty();
    }
}
