package org.shapan.insight.watch;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.insight.Chance;
import org.shapan.insight.Direction;
import org.shapan.insight.Limits;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.OwnYear;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

/** The rules A-CH of one channel in one month, by the figures of the month. */
final class ChannelRules {
    static final String UNIT_COST = "Unit cost";

    static final String NEW = "New numbers";
    private static final String NEW_IN_SIX_MONTHS = "New in 6 months";
    private static final String GRADE_CHANGE = "Grade change";
    private static final String ARBITRAGE = "Arbitrage share";
    private static final String STOCK = "Stock";
    private static final String SALES = "Stock sales";
    private static final String ATTEMPTS = "Attempts";
    private static final String BUSY = "Busy or failure rate";

    /**
     * A share of a base: rule, measures of part and base, the parameter of the least base or, for A-CH-10, the least part, and that of the
     * months taken together, null for one.
     */
    private record Share(String rule, String part, String base, String least, boolean leastOfPart, String months) {}

    private static final List<Share> SHARES = List.of(
            new Share("A-CH-02", "Kept for commission", "New in 6 months", "A-CH-02.least-new", false, null),
            new Share("A-CH-03", "Diverted in 90 days", "Activated in 90 days", "A-CH-03.least-new", false, null),
            new Share(
                    "A-CH-09",
                    "In net after 3 months",
                    "Activated 3 months ago",
                    "A-CH-09.least-cohort",
                    false,
                    "A-CH-09.months"),
            new Share("A-CH-10", "SP cards", "New in 6 months", "A-CH-10.least-numbers", true, null),
            new Share("A-NR-01", "Activated in 30 days", "Sold, 30 days over", "A-NR-01.least-sold", false, null));

    /** Measures of activity to be read, where the cube has them. */
    static final List<String> MEASURES = List.of(NEW, UNIT_COST, STOCK, SALES, ATTEMPTS, BUSY);

    /** Measures of numbers. */
    static final List<String> OF_NUMBERS = SHARES.stream()
            .flatMap(share -> Stream.of(share.part(), share.base()))
            .distinct()
            .toList();

    /** Measures of the value of social channels. */
    static final List<String> OF_VALUE = List.of(GRADE_CHANGE, ARBITRAGE);

    /** Ids of the rules. */
    static final Set<String> IDS = Stream.concat(
                    Stream.of("A-CH-01", "A-CH-04", "A-CH-05", "A-CH-06", "A-CH-07"),
                    SHARES.stream().map(Share::rule))
            .collect(Collectors.toUnmodifiableSet());

    private final Parameters parameters;

    ChannelRules(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @param ofType new numbers of all channels of the type */
    List<Optional<Finding>> of(Function<String, MonthlySeries> own, MonthlySeries ofType, YearMonth month) {
        List<Optional<Finding>> findings = new ArrayList<>();
        findings.add(newNumbers(own, ofType, month));
        findings.add(stock(own, month));
        findings.add(busy(own, month));
        return findings;
    }

    /**
     * All rules on the numbers that the channel sold.
     *
     * @param ofType the same measures of all channels of the type together
     */
    List<Optional<Finding>> ofNumbers(
            Function<String, MonthlySeries> own, Function<String, MonthlySeries> ofType, YearMonth month) {
        return SHARES.stream().map(share -> share(share, own, ofType, month)).toList();
    }

    /**
     * A-CH-05: the grade of a social channel falls (yellow), or its type is arbitrage (red), where it has enough new numbers for the type to
     * mean something.
     *
     * @param value measures of {@link #OF_VALUE}
     * @param numbers measures of {@link #OF_NUMBERS}
     */
    Optional<Finding> lowValue(
            Function<String, MonthlySeries> value, Function<String, MonthlySeries> numbers, YearMonth month) {
        double arbitrage = value.apply(ARBITRAGE).value(month).orElse(0);
        double newNumbers = numbers.apply(NEW_IN_SIX_MONTHS).value(month).orElse(0);
        if (arbitrage > 0 && newNumbers >= parameters.number("A-CH-05.least-new")) {
            return Optional.of(new Finding("A-CH-05", State.RED, arbitrage, 0, 1));
        }
        double fall = -value.apply(GRADE_CHANGE).value(month).orElse(0);
        double least = parameters.number("A-CH-05");
        return fall >= least ? Optional.of(new Finding("A-CH-05", State.YELLOW, fall, 0, least)) : Optional.empty();
    }

    /**
     * A-CH-01: new numbers fall far below what the channel's own year and the season of its type let expect, beyond chance and the channel's
     * own noise. A month without a single attempt is that of a closed outlet and no fall.
     */
    private Optional<Finding> newNumbers(Function<String, MonthlySeries> own, MonthlySeries ofType, YearMonth month) {
        MonthlySeries series = own.apply(NEW);
        Optional<OwnYear> year = OwnYear.of(series, ofType, month);
        if (year.isEmpty()
                || year.get().expected() < parameters.number("A-CH-01.least-expected")
                || own.apply(ATTEMPTS).value(month).orElse(0) == 0) {
            return Optional.empty();
        }
        double actual = series.value(month).orElse(0);
        double expected = year.get().expected();
        Limits limits = parameters.limits("A-CH-01");
        State state = milder(
                limits.passed(1 - actual / expected),
                parameters.limits("A-CH-01.chance").passed(year.get().chanceOfFall(actual)));
        OptionalDouble noise = OwnYear.noise(series, ofType, month);
        if (noise.isPresent() && noise.getAsDouble() > 0) {
            state = milder(
                    state, parameters.limits("A-CH-01.noise").reached((expected - actual) / noise.getAsDouble()));
        }
        return finding("A-CH-01", state, actual, expected, limits);
    }

    private static State milder(State one, State other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A-CH-04: days for which the stock lasts at the month's sale. */
    private Optional<Finding> stock(Function<String, MonthlySeries> own, YearMonth month) {
        OptionalDouble stock = own.apply(STOCK).value(month);
        OptionalDouble sales = own.apply(SALES).value(month);
        if (stock.isEmpty() || sales.orElse(0) < parameters.number("A-CH-04.least-sales")) {
            return Optional.empty();
        }
        double daily = sales.getAsDouble() / month.lengthOfMonth();
        Limits limits = parameters.limits("A-CH-04");
        double days = stock.getAsDouble() / daily;
        return finding("A-CH-04", limits.passed(days), days, limits.yellow(), limits);
    }

    /**
     * A-CH-06: cost per transaction over the median of the channel's type, for months in a row: the mildest of them counts.
     *
     * @param medians by month
     */
    Optional<Finding> unitCost(Function<String, MonthlySeries> own, YearMonth month, MonthlySeries medians) {
        Limits limits = parameters.limits("A-CH-06");
        State state = State.RED;
        for (int back = 0; back < parameters.number("A-CH-06.months"); back++) {
            OptionalDouble cost = own.apply(UNIT_COST).value(month.minusMonths(back));
            double median = medians.value(month.minusMonths(back)).orElse(0);
            if (cost.isEmpty() || median <= 0) {
                return Optional.empty();
            }
            State one = limits.passed(cost.getAsDouble() / median);
            state = milder(state, one);
        }
        return finding(
                "A-CH-06",
                state,
                own.apply(UNIT_COST).value(month).orElseThrow(),
                medians.value(month).orElseThrow(),
                limits);
    }

    /** A-CH-07: attempts that met a busy line or failed. */
    private Optional<Finding> busy(Function<String, MonthlySeries> own, YearMonth month) {
        OptionalDouble value = own.apply(BUSY).value(month);
        if (value.isEmpty()
                || own.apply(ATTEMPTS).value(month).orElse(0) < parameters.number("A-CH-07.least-attempts")) {
            return Optional.empty();
        }
        Limits limits = parameters.limits("A-CH-07");
        return finding("A-CH-07", limits.reached(value.getAsDouble()), value.getAsDouble(), limits.yellow(), limits);
    }

    private Optional<Finding> share(
            Share rule, Function<String, MonthlySeries> own, Function<String, MonthlySeries> ofType, YearMonth month) {
        int months = rule.months() == null ? 1 : (int) parameters.number(rule.months());
        double base = sum(own.apply(rule.base()), month, months);
        double part = sum(own.apply(rule.part()), month, months);
        double counted = rule.leastOfPart() ? part : base;
        if (base <= 0 || counted < parameters.number(rule.least())) {
            return Optional.empty();
        }
        Limits limits = parameters.limits(rule.rule());
        double share = part / base;
        State state = limits.lowIsBad() ? limits.passed(share) : limits.reached(share);
        double usual = sum(ofType.apply(rule.part()), month, months) / sum(ofType.apply(rule.base()), month, months);
        Direction direction = limits.lowIsBad() ? Direction.UP_IS_GOOD : Direction.DOWN_IS_GOOD;
        return state == State.GREEN
                        || Chance.ofRatio(share, base, usual, direction) >= parameters.number("guard.chance")
                ? Optional.empty()
                : finding(rule.rule(), state, share, limits.yellow(), limits);
    }

    private static double sum(MonthlySeries series, YearMonth month, int months) {
        double sum = 0;
        for (int back = 0; back < months; back++) {
            sum += series.value(month.minusMonths(back)).orElse(0);
        }
        return sum;
    }

    private static Optional<Finding> finding(String rule, State state, double value, double base, Limits limits) {
        return state == State.YELLOW || state == State.RED
                ? Optional.of(new Finding(rule, state, value, base, limits.of(state)))
                : Optional.empty();
    }
}
