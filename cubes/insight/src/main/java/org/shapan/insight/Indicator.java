package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A headline indicator and the rules that colour it (domain §6.1.4): a fixed band where the domain has one, else the fluctuation about
 * the expectation. Boards, reports and alerts ask the same indicator, so that a figure has one colour everywhere.
 *
 * @param id of the domain, such as {@code REV-01}
 * @param kind what is measured
 * @param direction which way is good
 * @param bandName parameter of the fixed limits, null for none
 */
public record Indicator(String id, FluctuationRule.Kind kind, Direction direction, String bandName) {
    private static final Map<String, Indicator> KNOWN = Stream.of(
                    money("REV-01"),
                    money("REV-03"),
                    money("REV-04"),
                    money("REV-05"),
                    money("REV-08"),
                    ratio("REV-06"),
                    ratio("REV-10"),
                    ratio("REV-11"),
                    ratio("REV-13"),
                    count("SUB-01"),
                    count("SUB-03"),
                    count("SUB-11"),
                    count("SUB-17"),
                    count("SUB-19"),
                    new Indicator("SUB-04", FluctuationRule.Kind.COUNT, Direction.DOWN_IS_GOOD, null),
                    new Indicator("SUB-08", FluctuationRule.Kind.BALANCE, Direction.UP_IS_GOOD, null),
                    lowIsGood("SUB-10", AbsoluteBand.CHURN),
                    ratio("SUB-18"),
                    ratio("SUB-52"),
                    highIsGood("CHN-02", AbsoluteBand.E_CHANNEL_SHARE),
                    highIsGood("NUM-03", AbsoluteBand.ACTIVATION),
                    highIsGood("NUM-05", AbsoluteBand.IN_NET),
                    highIsGood("GRP-13", AbsoluteBand.STABILITY),
                    highIsGood("RET-02", AbsoluteBand.RETENTION),
                    lowIsGood("CHN-20", AbsoluteBand.STOCK_SHORTAGE),
                    lowIsGood("CHN-23", AbsoluteBand.KEPT),
                    lowIsGood("ARR-03", AbsoluteBand.ARREARS),
                    lowIsGood("SPM-59", AbsoluteBand.ARREARS))
            .collect(Collectors.toUnmodifiableMap(Indicator::id, Function.identity()));

    /**
     * A value to be judged.
     *
     * @param level of the unit
     * @param series the unit's own values, the judged month among them
     * @param month the judged month
     * @param parentExpected expectation of the unit above, for materiality; empty for the top
     * @param parentValue value of the unit above in the month, for ratios of few customers; empty for the top
     * @param customers behind the value, for ratios and for money of groups and channels; empty where it is not known
     */
    public record Subject(
            UnitLevel level,
            MonthlySeries series,
            YearMonth month,
            OptionalDouble parentExpected,
            OptionalDouble parentValue,
            OptionalDouble customers) {
        public Subject {
            requireNonNull(level, "level is null");
            requireNonNull(series, "series is null");
            requireNonNull(month, "month is null");
        }

        /** A unit without one above it. */
        public static Subject top(UnitLevel level, MonthlySeries series, YearMonth month) {
            return new Subject(
                    level, series, month, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /** The indicator of an id; empty where the domain has no rule for it. */
    public static Optional<Indicator> of(String id) {
        return Optional.ofNullable(KNOWN.get(id));
    }

    private static Indicator money(String id) {
        return new Indicator(id, FluctuationRule.Kind.MONEY, Direction.UP_IS_GOOD, null);
    }

    private static Indicator count(String id) {
        return new Indicator(id, FluctuationRule.Kind.COUNT, Direction.UP_IS_GOOD, null);
    }

    private static Indicator ratio(String id) {
        return new Indicator(id, FluctuationRule.Kind.RATIO, Direction.UP_IS_GOOD, null);
    }

    private static Indicator highIsGood(String id, String band) {
        return new Indicator(id, FluctuationRule.Kind.RATIO, Direction.UP_IS_GOOD, band);
    }

    private static Indicator lowIsGood(String id, String band) {
        return new Indicator(id, FluctuationRule.Kind.RATIO, Direction.DOWN_IS_GOOD, band);
    }

    /** Fixed limits by the parameters of this process; null for none. */
    public AbsoluteBand band() {
        return band(Parameters.current());
    }

    private AbsoluteBand band(Parameters parameters) {
        return bandName == null ? null : AbsoluteBand.of(bandName, parameters);
    }

    /** By the parameters of this process, after a month that was not red. */
    public FluctuationRule.Verdict judge(Subject subject) {
        return judge(subject, Parameters.current(), State.NONE);
    }

    /**
     * State, expectation and relative deviation; with a band the state is the band's.
     *
     * @param before state of the month before
     */
    public FluctuationRule.Verdict judge(Subject subject, Parameters parameters, State before) {
        FluctuationRule.Verdict verdict = FluctuationRule.of(subject.level(), direction, kind, parameters)
                .judge(subject.series(), subject.month(), subject.parentExpected(), before);
        if (tooFewCustomers(subject, parameters) && verdict.state() != State.NONE) {
            return new FluctuationRule.Verdict(State.GREEN, verdict.expected(), verdict.deviation());
        }
        return bandName == null
                ? verdict
                : new FluctuationRule.Verdict(
                        inBand(subject, parameters, before), verdict.expected(), verdict.deviation());
    }

    /** Guard (d). */
    private boolean tooFewCustomers(Subject subject, Parameters parameters) {
        double fewest = parameters.number("guard.fewest-customers");
        return subject.level().isOwner()
                && (kind == FluctuationRule.Kind.MONEY || kind == FluctuationRule.Kind.RATIO)
                && bandName == null
                && subject.customers().orElse(fewest) < fewest;
    }

    /** Guard (c): a ratio of few customers leaves green only when its unit's parent makes it improbable. */
    private State inBand(Subject subject, Parameters parameters, State before) {
        OptionalDouble value = subject.series().value(subject.month());
        if (value.isEmpty()) {
            return State.NONE;
        }
        Limits limits = band(parameters).limits();
        State state = (before == State.RED ? limits.whileRed(parameters.number("hysteresis")) : limits)
                .passed(value.getAsDouble());
        boolean byChance = state != State.GREEN
                && subject.customers().isPresent()
                && subject.parentValue().isPresent()
                && Chance.ofRatio(
                                value.getAsDouble(),
                                subject.customers().getAsDouble(),
                                subject.parentValue().getAsDouble(),
                                direction)
                        >= parameters.number("guard.chance");
        return byChance ? State.GREEN : state;
    }
}
