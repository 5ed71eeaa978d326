package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A headline indicator and the rules that colour it (domain §6.1.4): a fixed band where the domain has one, else the fluctuation about
 * the expectation. Boards, reports and alerts ask the same indicator, so that a figure has one colour everywhere.
 *
 * @param id of the domain, such as {@code REV-01}
 * @param kind what is measured
 * @param direction which way is good
 * @param band fixed limits, null for none
 */
public record Indicator(String id, FluctuationRule.Kind kind, Direction direction, AbsoluteBand band) {
    /** Least deviation of money that matters, in yuan (demo profile). */
    public static final double LEAST_YUAN = 500;

    /** Money of a group or channel with fewer customers than these, and what is divided by them, is not coloured. */
    public static final double FEWEST_CUSTOMERS = 20;

    private static final double CHANCE = 0.01;

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
                    new Indicator("SUB-10", FluctuationRule.Kind.RATIO, Direction.DOWN_IS_GOOD, AbsoluteBand.CHURN),
                    ratio("SUB-18"),
                    ratio("SUB-52"),
                    new Indicator(
                            "CHN-02", FluctuationRule.Kind.RATIO, Direction.UP_IS_GOOD, AbsoluteBand.E_CHANNEL_SHARE),
                    new Indicator("SPM-59", FluctuationRule.Kind.RATIO, Direction.DOWN_IS_GOOD, AbsoluteBand.ARREARS))
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

    /** State, expectation and relative deviation; with a band the state is the band's. */
    public FluctuationRule.Verdict judge(Subject subject) {
        double least = kind == FluctuationRule.Kind.MONEY ? LEAST_YUAN : 0;
        FluctuationRule.Verdict verdict = new FluctuationRule(subject.level(), direction, kind, least)
                .judge(subject.series(), subject.month(), subject.parentExpected());
        if (tooFewCustomers(subject) && verdict.state() != State.NONE) {
            return new FluctuationRule.Verdict(State.GREEN, verdict.expected(), verdict.deviation());
        }
        return band == null
                ? verdict
                : new FluctuationRule.Verdict(inBand(subject), verdict.expected(), verdict.deviation());
    }

    /** Guard (d). */
    private boolean tooFewCustomers(Subject subject) {
        boolean isOwner = subject.level() == UnitLevel.GROUP || subject.level() == UnitLevel.CHANNEL;
        return isOwner
                && (kind == FluctuationRule.Kind.MONEY || kind == FluctuationRule.Kind.RATIO)
                && band == null
                && subject.customers().orElse(FEWEST_CUSTOMERS) < FEWEST_CUSTOMERS;
    }

    /** Guard (c): a ratio of few customers leaves green only when its unit's parent makes it improbable. */
    private State inBand(Subject subject) {
        OptionalDouble value = subject.series().value(subject.month());
        State state = band.judge(value);
        if (state == State.YELLOW || state == State.RED) {
            boolean byChance = subject.customers().isPresent()
                    && subject.parentValue().isPresent()
                    && probability(
                                    value.getAsDouble(),
                                    subject.customers().getAsDouble(),
                                    subject.parentValue().getAsDouble())
                            >= CHANCE;
            return byChance ? State.GREEN : state;
        }
        return state;
    }

    /** One-sided binomial tail of the ratio in the bad direction, given the parent's ratio. */
    private double probability(double ratio, double trials, double parentRatio) {
        int number = (int) Math.min(Integer.MAX_VALUE, Math.max(0, Math.round(trials)));
        int hits = (int) Math.clamp(Math.round(ratio * trials), 0, number);
        BinomialDistribution chance = BinomialDistribution.of(number, Math.clamp(parentRatio, 0, 1));
        return direction == Direction.DOWN_IS_GOOD
                ? chance.survivalProbability(hits - 1)
                : chance.cumulativeProbability(hits);
    }
}
