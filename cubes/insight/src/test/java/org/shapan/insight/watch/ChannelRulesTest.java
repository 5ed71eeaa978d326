package org.shapan.insight.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

/** A-CH-01 of a channel of 15 new numbers a month, in September 2009. */
class ChannelRulesTest {
    private static final YearMonth MONTH = YearMonth.of(2009, 9);
    private static final int[] EARLIER = {14, 17, 12, 18, 15, 16, 11, 15, 19, 13, 16, 14, 17, 13, 15, 15, 12, 18, 16, 14
    };

    @Test
    void aFallByThreeQuartersIsRedAndSaysWhatWasExpected() {
        Finding finding = fall(3, 100, EARLIER).orElseThrow();

        assertThat(finding.state()).isEqualTo(State.RED);
        assertThat(finding.value()).isEqualTo(3);
        // The last twelve of the months before: the season of the whole is flat.
        assertThat(finding.base())
                .isCloseTo((14 + 17 + 12 + 18 + 15 + 16 + 11 + 15 + 19 + 13 + 16 + 14) / 12.0, within(1e-9));
        assertThat(finding.threshold()).isEqualTo(0.60);
    }

    @Test
    void aFallThatIsLessImprobableIsYellow() {
        assertThat(fall(5, 100, EARLIER).orElseThrow().state()).isEqualTo(State.YELLOW);
    }

    @Test
    void aFallThatChanceExplainsIsNone() {
        assertThat(fall(8, 100, EARLIER)).isEmpty();
    }

    /** By the expectation of domain §6.1.4 it would be 8 × 45 ÷ 46, too few to be judged. */
    @Test
    void oneLowMonthOfTheYearBeforeDoesNotHideAFall() {
        int[] low = EARLIER.clone();
        low[11] = 8;

        assertThat(fall(3, 100, low).orElseThrow().state()).isEqualTo(State.RED);
    }

    @Test
    void aMonthWithoutAnAttemptIsThatOfAClosedOutlet() {
        assertThat(fall(0, 0, EARLIER)).isEmpty();
    }

    @Test
    void aChannelThatSellsLittleIsNotJudged() {
        int[] little = new int[EARLIER.length];
        Arrays.fill(little, 11);

        assertThat(fall(0, 100, little)).isEmpty();
    }

    /** @param earlier new numbers of the months before, the latest first */
    private static Optional<Finding> fall(double actual, double attempts, int[] earlier) {
        Map<YearMonth, Double> counts = new HashMap<>(Map.of(MONTH, actual));
        Map<YearMonth, Double> whole = new HashMap<>(Map.of(MONTH, 900.0));
        for (int back = 1; back <= earlier.length; back++) {
            counts.put(MONTH.minusMonths(back), (double) earlier[back - 1]);
            whole.put(MONTH.minusMonths(back), 900.0);
        }
        Map<String, MonthlySeries> own = Map.of(
                "New numbers", new MonthlySeries(counts), "Attempts", new MonthlySeries(Map.of(MONTH, attempts)));
        Function<String, MonthlySeries> figures = name -> own.getOrDefault(name, new MonthlySeries(Map.of()));
        List<Optional<Finding>> findings =
                new ChannelRules(Parameters.defaults()).of(figures, new MonthlySeries(whole), MONTH);
        return findings.stream()
                .flatMap(Optional::stream)
                .filter(finding -> finding.rule().equals("A-CH-01"))
                .findFirst();
    }
}
