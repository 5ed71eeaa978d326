package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    @Test
    void lessThanThreeMonthsGiveNoExpectation() {
        assertThat(Expectation.of(last(2, m -> 100), MARCH)).isEmpty();
    }

    @Test
    void aShortHistoryGivesTheMeanOfTheLastThreeMonths() {
        MonthlySeries series = last(5, m -> m.getMonthValue() * 10);

        assertThat(Expectation.of(series, MARCH)).hasValue((20 + 10 + 120) / 3.0);
    }

    @Test
    void aLongHistoryGivesTheSeasonTimesTheRecentGrowth() {
        MonthlySeries series = last(26, m -> m.getYear() == 2010 ? 220 : m.getMonthValue() == 3 ? 90 : 110);

        double recent = 220 + 220 + 110;
        double reference = 110 + 110 + 110;
        assertThat(Expectation.of(series, MARCH).orElseThrow()).isCloseTo(90 * recent / reference, within(1e-9));
    }

    @Test
    void growthOfTheFestivalMonthDoesNotLookLikeAMovement() {
        MonthlySeries series = last(26, m -> SpringFestival.fallsIn(m) ? 104 : 100);

        assertThat(Expectation.of(series, YearMonth.of(2010, 2)).orElseThrow()).isCloseTo(104, within(0.01));
        assertThat(Expectation.of(series, MARCH).orElseThrow()).isCloseTo(100, within(0.01));
    }

    @Test
    void aGapEndsTheHistory() {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 1; back <= 20; back++) {
            if (back != 4) {
                values.put(MARCH.minusMonths(back), 100.0);
            }
        }

        assertThat(new MonthlySeries(values).monthsOfHistory(MARCH)).isEqualTo(3);
    }

    @Test
    void changesAreEmptyWithoutABase() {
        MonthlySeries series = last(2, m -> 0);

        assertThat(series.monthOnMonth(MARCH.minusMonths(1))).isEmpty();
        assertThat(series.yearOnYear(MARCH)).isEqualTo(OptionalDouble.empty());
    }

    /** Values for the given number of months before March 2010. */
    static MonthlySeries last(int months, ToDoubleFunction<YearMonth> value) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 1; back <= months; back++) {
            YearMonth month = MARCH.minusMonths(back);
            values.put(month, value.applyAsDouble(month));
        }
        return new MonthlySeries(values);
    }
}
