package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    @Test
    void aBranchThatFallsByFifteenPercentIsRed() {
        FluctuationRule rule = FluctuationRule.of(
                UnitLevel.BRANCH, Direction.UP_IS_GOOD, FluctuationRule.Kind.MONEY, Parameters.defaults());

        var verdict = rule.judge(flatThen(620_000, 527_000), MARCH, OptionalDouble.of(3_440_000));

        assertThat(verdict.state()).isEqualTo(State.RED);
        assertThat(verdict.deviation().orElseThrow()).isCloseTo(-0.15, within(1e-9));
    }

    @Test
    void aRiseOfAGoodIndicatorIsNeverColoured() {
        FluctuationRule rule = FluctuationRule.of(
                UnitLevel.BRANCH, Direction.UP_IS_GOOD, FluctuationRule.Kind.MONEY, Parameters.defaults());

        assertThat(rule.judge(flatThen(100_000, 150_000), MARCH, OptionalDouble.empty())
                        .state())
                .isEqualTo(State.GREEN);
    }

    @Test
    void aFallThatDoesNotMatterToTheParentStaysGreen() {
        FluctuationRule rule = FluctuationRule.of(
                UnitLevel.MICRO_AREA, Direction.UP_IS_GOOD, FluctuationRule.Kind.MONEY, Parameters.defaults());

        assertThat(rule.judge(flatThen(3_000, 2_000), MARCH, OptionalDouble.of(2_000_000))
                        .state())
                .isEqualTo(State.GREEN);
    }

    @Test
    void aSmallCountThatChanceExplainsStaysGreen() {
        FluctuationRule rule = FluctuationRule.of(
                UnitLevel.MICRO_AREA, Direction.UP_IS_GOOD, FluctuationRule.Kind.COUNT, Parameters.defaults());

        assertThat(rule.judge(flatThen(10, 7), MARCH, OptionalDouble.empty()).state())
                .isEqualTo(State.GREEN);
        assertThat(rule.judge(flatThen(1_000, 700), MARCH, OptionalDouble.empty())
                        .state())
                .isEqualTo(State.RED);
    }

    @Test
    void aUnitThatIsAlwaysNoisyMustMoveFurther() {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 1; back <= 26; back++) {
            values.put(MARCH.minusMonths(back), back % 2 == 0 ? 80_000.0 : 120_000.0);
        }
        values.put(MARCH, 90_000.0);
        FluctuationRule rule = FluctuationRule.of(
                UnitLevel.BRANCH, Direction.UP_IS_GOOD, FluctuationRule.Kind.MONEY, Parameters.defaults());

        assertThat(rule.judge(new MonthlySeries(values), MARCH, OptionalDouble.empty())
                        .state())
                .isNotEqualTo(State.RED);
    }

    @Test
    void churnHasFixedLimits() {
        assertThat(AbsoluteBand.of(AbsoluteBand.CHURN, Parameters.defaults()).judge(OptionalDouble.of(0.0300)))
                .isEqualTo(State.GREEN);
        assertThat(AbsoluteBand.of(AbsoluteBand.CHURN, Parameters.defaults()).judge(OptionalDouble.of(0.0307)))
                .isEqualTo(State.YELLOW);
        assertThat(AbsoluteBand.of(AbsoluteBand.CHURN, Parameters.defaults()).judge(OptionalDouble.of(0.0532)))
                .isEqualTo(State.RED);
        assertThat(AbsoluteBand.of(AbsoluteBand.E_CHANNEL_SHARE, Parameters.defaults())
                        .judge(OptionalDouble.of(0.26)))
                .isEqualTo(State.RED);
        assertThat(AbsoluteBand.of(AbsoluteBand.CHURN, Parameters.defaults()).judge(OptionalDouble.empty()))
                .isEqualTo(State.NONE);
    }

    @Test
    void timeProgressOfTheSourceReadsFiftyEightTwenty() {
        assertThat(TargetProgress.timeProgress(LocalDate.of(2008, 7, 31))).isCloseTo(0.5820, within(0.00005));
        double due = TargetProgress.due(new MonthlySeries(Map.of()), YearMonth.of(2008, 7));
        assertThat(due).isCloseTo(0.5820, within(0.00005));
        assertThat(TargetProgress.judge(OptionalDouble.of(0.56), due, Parameters.defaults()))
                .isEqualTo(State.YELLOW);
    }

    @Test
    void aGrowingCompanyIsNotBehindInJanuary() {
        MonthlySeries growing = new MonthlySeries(yearOf(2010));
        YearMonth january = YearMonth.of(2011, 1);
        double festivalInFebruary = 96.5 / (12 * 94.5 + 78);

        double due = TargetProgress.due(growing, january.plusMonths(1));
        assertThat(due)
                .isCloseTo((95.5 + 96.5) / (12 * 94.5 + 78), within(1e-12))
                .isLessThan(59 / 365.0);
        assertThat(TargetProgress.judge(OptionalDouble.of(due), due, Parameters.defaults()))
                .isEqualTo(State.GREEN);
        assertThat(TargetProgress.judge(OptionalDouble.of(due * 0.94), due, Parameters.defaults()))
                .isEqualTo(State.RED);
        assertThat(TargetProgress.due(new MonthlySeries(yearOf(2009)), YearMonth.of(2010, 1)))
                .as("the festival lay in January 2009 and lies in February 2010: February compares")
                .isCloseTo(festivalInFebruary, within(1e-12));
    }

    @Test
    void whatIsDueIsNeverMoreThanTimeProgress() {
        YearMonth january = YearMonth.of(2010, 1);
        Map<YearMonth, Double> values = yearOf(2009);
        values.remove(YearMonth.of(2009, 6));
        assertThat(TargetProgress.due(new MonthlySeries(values), january))
                .as("not the whole year is known")
                .isEqualTo(31 / 365.0);
        values.put(YearMonth.of(2009, 6), 1000.0);
        values.put(YearMonth.of(2009, 2), 1000.0);
        assertThat(TargetProgress.due(new MonthlySeries(values), january)).isEqualTo(31 / 365.0);
    }

    private static Map<YearMonth, Double> yearOf(int year) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int m = 1; m <= 12; m++) {
            values.put(YearMonth.of(year, m), 94.5 + m);
        }
        return values;
    }

    @Test
    void theWorstOfSeveralStatesCounts() {
        assertThat(State.GREEN.worst(State.RED)).isEqualTo(State.RED);
        assertThat(State.NONE.worst(State.GREEN)).isEqualTo(State.GREEN);
    }

    private static MonthlySeries flatThen(double before, double now) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 1; back <= 26; back++) {
            values.put(MARCH.minusMonths(back), before);
        }
        values.put(MARCH, now);
        return new MonthlySeries(values);
    }
}
