package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class OwnYearTest {
    private static final YearMonth MONTH = YearMonth.of(2009, 9);

    @Test
    void theSeasonIsThatOfTheWhole() {
        MonthlySeries own = months(back -> 10);
        // September brings twice what other months bring, this year as in the last.
        MonthlySeries whole = months(back -> back % 12 == 0 ? 2000 : 1000);

        OwnYear year = OwnYear.of(own, whole, MONTH).orElseThrow();

        // Of the year before, September is one month: 13,000 of the whole for 120 of the unit.
        assertThat(year.expected()).isCloseTo(120 * 2000.0 / 13_000, within(1e-9));
    }

    @Test
    void withoutAWholeTheMeanMonthIsExpected() {
        assertThat(OwnYear.of(months(back -> back), null, MONTH).orElseThrow().expected())
                .isCloseTo(6.5, within(1e-9));
    }

    @Test
    void withLessThanHalfAYearNothingIsExpected() {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 0; back <= 5; back++) {
            values.put(MONTH.minusMonths(back), 10.0);
        }

        assertThat(OwnYear.of(new MonthlySeries(values), null, MONTH)).isEmpty();
    }

    /** P(X ≤ 4), X binomial of 184 and 1/13, summed by hand. */
    @Test
    void theChanceOfAFallIsTheConditionalBinomialTail() {
        double p = 1.0 / 13;
        double term = Math.pow(1 - p, 184);
        double tail = term;
        for (int k = 1; k <= 4; k++) {
            term *= (184.0 - k + 1) / k * p / (1 - p);
            tail += term;
        }

        double chance =
                OwnYear.of(months(back -> 15), null, MONTH).orElseThrow().chanceOfFall(4);

        assertThat(chance).isCloseTo(tail, within(1e-12));
        assertThat(chance).isGreaterThan(Chance.ofCount(4, 15));
    }

    @Test
    void theNoiseOfASteadyUnitIsNone() {
        assertThat(OwnYear.noise(months(back -> 15), months(back -> 900), MONTH))
                .hasValue(0);
    }

    /** The 24 months before September 2009 and itself. */
    private static MonthlySeries months(IntToDoubleFunction byMonthsBack) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 0; back <= 24; back++) {
            values.put(MONTH.minusMonths(back), byMonthsBack.applyAsDouble(back));
        }
        return new MonthlySeries(values);
    }
}
