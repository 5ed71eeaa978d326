package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class IndicatorTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void revenueIsJudgedByItsFluctuation() {
        Indicator revenue = Indicator.of("REV-01").orElseThrow();

        var verdict = revenue.judge(
                Indicator.Subject.top(UnitLevel.BRANCH, series(back -> back == 0 ? 527_000 : 620_000), MARCH));

        assertThat(verdict.state()).isEqualTo(State.RED);
        assertThat(verdict.expected().orElseThrow()).isCloseTo(620_000, within(1e-6));
    }

    @Test
    void churnIsJudgedByItsBandAndStillHasAnExpectation() {
        Indicator churn = Indicator.of("SUB-10").orElseThrow();

        var verdict =
                churn.judge(Indicator.Subject.top(UnitLevel.COMPANY, series(back -> back == 0 ? 0.0307 : 0.02), MARCH));

        assertThat(verdict.state()).isEqualTo(State.YELLOW);
        assertThat(verdict.expected().orElseThrow()).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void churnOfAFewCustomersThatTheParentExplainsStaysGreen() {
        Indicator churn = Indicator.of("SUB-10").orElseThrow();
        MonthlySeries high = series(back -> back == 0 ? 0.05 : 0.02);
        OptionalDouble parent = OptionalDouble.of(0.025);

        assertThat(churn.judge(new Indicator.Subject(
                                UnitLevel.MICRO_AREA, high, MARCH, NONE, parent, OptionalDouble.of(60)))
                        .state())
                .isEqualTo(State.GREEN);
        assertThat(churn.judge(new Indicator.Subject(
                                UnitLevel.MICRO_AREA, high, MARCH, NONE, parent, OptionalDouble.of(2_000)))
                        .state())
                .isEqualTo(State.RED);
    }

    @Test
    void netAddsAreMeasuredAgainstTheirOwnNoiseAndNeverInPercent() {
        Indicator netAdds = Indicator.of("SUB-08").orElseThrow();
        IntToDoubleFunction alternating = back -> back % 2 == 0 ? 20 : 12;

        var low = netAdds.judge(Indicator.Subject.top(
                UnitLevel.BRANCH, series(back -> back == 0 ? -172 : alternating.applyAsDouble(back)), MARCH));
        var usual = netAdds.judge(Indicator.Subject.top(UnitLevel.BRANCH, series(alternating), MARCH));

        assertThat(low.state()).isEqualTo(State.RED);
        assertThat(low.deviation()).isEmpty();
        assertThat(usual.state()).isEqualTo(State.GREEN);
    }

    @Test
    void expectationOfADifferenceAddsTheSeason() {
        // Every month 10 more than a year before; last March was 40 above its neighbours.
        MonthlySeries series = series(back -> (back < 12 ? 10 : 0) + (back % 12 == 0 ? 40 : 0));

        assertThat(Expectation.ofBalance(series, MARCH).orElseThrow()).isCloseTo(50, within(1e-9));
    }

    @Test
    void moneyOfAChannelWithFewCustomersIsNotColoured() {
        MonthlySeries fallen = series(back -> back == 0 ? 2_000 : 8_000);
        for (String id : new String[] {"REV-01", "REV-10"}) {
            Indicator indicator = Indicator.of(id).orElseThrow();

            assertThat(indicator
                            .judge(new Indicator.Subject(
                                    UnitLevel.CHANNEL, fallen, MARCH, NONE, NONE, OptionalDouble.of(19)))
                            .state())
                    .isEqualTo(State.GREEN);
            assertThat(indicator
                            .judge(new Indicator.Subject(
                                    UnitLevel.CHANNEL, fallen, MARCH, NONE, NONE, OptionalDouble.of(20)))
                            .state())
                    .isEqualTo(State.RED);
        }
    }

    @Test
    void anIndicatorWithoutARuleIsUnknown() {
        assertThat(Indicator.of("REV-02")).isEmpty();
    }

    private static MonthlySeries series(IntToDoubleFunction byMonthsBack) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 0; back <= 26; back++) {
            values.put(MARCH.minusMonths(back), byMonthsBack.applyAsDouble(back));
        }
        return new MonthlySeries(values);
    }
}
