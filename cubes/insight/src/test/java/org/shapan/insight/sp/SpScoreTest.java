package org.shapan.insight.sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.shapan.insight.Direction;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

class SpScoreTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    @Test
    void aQuietLineIsGreen() {
        Map<String, SpVerdict> verdicts = new SpScore(Parameters.defaults()).codes(line(5), MARCH);

        assertThat(verdicts).hasSize(5);
        assertThat(verdicts.values()).allSatisfy(verdict -> {
            assertThat(verdict.state()).isEqualTo(State.GREEN);
            assertThat(verdict.score()).isZero();
        });
    }

    @Test
    void aFeeThatDoublesIsRedByRuleOneAndScoresItsWeight() {
        SpVerdict verdict = judged(code("x").with(SpFigure.FEE, back -> back == 0 ? 10_000 : 4_000));

        assertThat(found(verdict)).contains("01");
        assertThat(finding(verdict, "01").state()).isEqualTo(State.RED);
        assertThat(finding(verdict, "01").value()).isCloseTo(1.5, within(1e-9));
        assertThat(finding(verdict, "01").base()).isCloseTo(4_000, within(1e-9));
    }

    @Test
    void aRiseOfHalfIsYellowAndCountsHalf() {
        SpVerdict verdict = judged(code("x")
                .with(SpFigure.MO, back -> back == 0 ? 3_200 : 2_000)
                .with(SpFigure.USERS, back -> back == 0 ? 1_300 : 1_000)
                .with(SpFigure.MT, back -> back == 0 ? 9_600 : 6_000));

        assertThat(found(verdict)).containsExactly("03", "05");
        assertThat(verdict.score()).isEqualTo(6);
        assertThat(verdict.state()).isEqualTo(State.GREEN);
    }

    @Test
    void aFallIsJudgedByItsOwnLimits() {
        SpVerdict verdict = judged(code("x").with(SpFigure.USERS, back -> back == 0 ? 400 : 1_000));

        assertThat(finding(verdict, "02").state()).isEqualTo(State.RED);
    }

    @Test
    void messagesThatNobodyAskedForShowInTheBalance() {
        SpVerdict verdict = judged(code("x").with(SpFigure.MT, back -> 60_000));

        assertThat(finding(verdict, "04").state()).isEqualTo(State.RED);
        assertThat(finding(verdict, "04").value()).isCloseTo(30, within(1e-9));
        assertThat(finding(verdict, "04").base()).isCloseTo(3, within(1e-9));
    }

    @Test
    void redComplaintsDecideWhateverTheScore() {
        SpVerdict verdict = judged(code("x").with(SpFigure.COMPLAINTS, back -> 11));

        assertThat(verdict.score()).isEqualTo(10);
        assertThat(verdict.state()).isEqualTo(State.RED);
    }

    @Test
    void twoComplaintsAreChance() {
        assertThat(found(judged(code("x").with(SpFigure.USERS, back -> 100).with(SpFigure.COMPLAINTS, back -> 2))))
                .doesNotContain("10");
    }

    @Test
    void sharesAreMeasuredAgainstTheLine() {
        SpVerdict verdict =
                judged(code("x").with(SpFigure.NIGHT_SHARE, back -> 0.31).with(SpFigure.SILENT_SHARE, back -> 0.31));

        assertThat(finding(verdict, "06").state()).isEqualTo(State.RED);
        assertThat(finding(verdict, "12").state()).isEqualTo(State.YELLOW);
        assertThat(verdict.score()).isEqualTo(12);
        assertThat(verdict.state()).isEqualTo(State.YELLOW);
    }

    @Test
    void ofPeakHourAndThreeDaysTheWorstCountsOnce() {
        SpVerdict verdict = judged(
                code("x").with(SpFigure.PEAK_HOUR_SHARE, back -> 0.30).with(SpFigure.THREE_DAY_SHARE, back -> 0.60));

        assertThat(finding(verdict, "07").state()).isEqualTo(State.RED);
        assertThat(verdict.score()).isEqualTo(6);
    }

    @Test
    void quickCancellationsNeedTwentySubscriptions() {
        Draft few =
                code("x").with(SpFigure.NEW_SUBSCRIPTIONS, back -> 19).with(SpFigure.QUICK_CANCEL_SHARE, back -> 0.5);
        Draft enough = few.with(SpFigure.NEW_SUBSCRIPTIONS, back -> 20);

        assertThat(found(judged(few))).doesNotContain("11");
        assertThat(found(judged(enough))).contains("11");
    }

    @Test
    void aSmallCodeIsNotJudged() {
        SpVerdict verdict =
                judged(code("x").with(SpFigure.USERS, back -> 20).with(SpFigure.FEE, back -> back == 0 ? 900 : 100));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.state()).isEqualTo(State.GREEN);
    }

    @Test
    void aNewCodeIsJudgedByTheRulesThatNeedNoPast() {
        SpVerdict verdict = judged(code("x")
                .with(SpFigure.FEE, back -> back <= 1 ? 50_000 : Double.NaN)
                .with(SpFigure.NIGHT_SHARE, back -> 0.9)
                .with(SpFigure.SILENT_SHARE, back -> 0.9));

        assertThat(found(verdict)).containsExactly("12");
    }

    @Test
    void aCodeThatWasNotBilledIsNotJudged() {
        assertThat(judged(code("x").with(SpFigure.FEE, back -> back == 0 ? Double.NaN : 4_000))
                        .state())
                .isEqualTo(State.NONE);
    }

    @Test
    void rulesWithoutTheirInputsAreSilent() {
        SpCode bare = new SpCode("x", "c", "SMS", Map.of(SpFigure.FEE, series(back -> 9_000)));

        assertThat(new SpScore(Parameters.defaults())
                        .codes(List.of(bare), MARCH)
                        .get("x")
                        .findings())
                .isEmpty();
    }

    @Test
    void aCompanyIsAsBadAsItsWorstCodeThatMatters() {
        SpCode big = code("big").with(SpFigure.FEE, back -> 100_000).code();
        SpCode bad = code("bad").with(SpFigure.COMPLAINTS, back -> 11).code();
        SpCode tiny = code("tiny")
                .with(SpFigure.FEE, back -> 3_000)
                .with(SpFigure.COMPLAINTS, back -> 20)
                .code();
        List<SpCode> all = new ArrayList<>(line(4));
        all.addAll(List.of(big, bad, tiny));
        Map<String, SpVerdict> verdicts = new SpScore(Parameters.defaults()).codes(all, MARCH);

        assertThat(verdicts.get("tiny").state()).isEqualTo(State.RED);
        assertThat(SpScore.company(List.of(big, tiny), verdicts, MARCH)
                        .orElseThrow()
                        .code())
                .isEqualTo("big");
        assertThat(SpScore.company(List.of(line(1).getFirst(), bad), verdicts, MARCH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.RED);
    }

    @Test
    void aTotalIsQuietWithinFifteenPercentOfItsMedian() {
        assertThat(TotalRule.judge(series(back -> back == 0 ? 114 : 100), MARCH, Direction.NEUTRAL))
                .isEqualTo(State.GREEN);
        assertThat(TotalRule.judge(series(back -> back == 0 ? 130 : 100), MARCH, Direction.NEUTRAL))
                .isEqualTo(State.YELLOW);
        assertThat(TotalRule.judge(series(back -> back == 0 ? 160 : 100), MARCH, Direction.NEUTRAL))
                .isEqualTo(State.RED);
        assertThat(TotalRule.judge(series(back -> back == 0 ? 160 : 100), MARCH, Direction.UP_IS_GOOD))
                .isEqualTo(State.GREEN);
    }

    private static SpVerdict judged(Draft draft) {
        List<SpCode> all = new ArrayList<>(line(6));
        all.add(draft.code());
        return new SpScore(Parameters.defaults()).codes(all, MARCH).get(draft.id());
    }

    private static List<String> found(SpVerdict verdict) {
        return verdict.findings().stream().map(f -> f.rule().number()).toList();
    }

    private static SpFinding finding(SpVerdict verdict, String number) {
        return verdict.findings().stream()
                .filter(f -> f.rule().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<SpCode> line(int size) {
        List<SpCode> codes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            codes.add(code("quiet" + i).code());
        }
        return codes;
    }

    private static Draft code(String id) {
        return new Draft(id, new EnumMap<>(SpFigure.class))
                .with(SpFigure.FEE, back -> 4_000)
                .with(SpFigure.USERS, back -> 1_000)
                .with(SpFigure.MO, back -> 2_000)
                .with(SpFigure.MT, back -> 6_000)
                .with(SpFigure.COMPLAINTS, back -> 0)
                .with(SpFigure.NIGHT_SHARE, back -> 0.05)
                .with(SpFigure.SILENT_SHARE, back -> 0.10);
    }

    private static MonthlySeries series(IntToDoubleFunction byMonthsBack) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (int back = 0; back <= 12; back++) {
            values.put(MARCH.minusMonths(back), byMonthsBack.applyAsDouble(back));
        }
        return new MonthlySeries(values);
    }

    private record Draft(String id, Map<SpFigure, MonthlySeries> figures) {
        Draft with(SpFigure figure, IntToDoubleFunction byMonthsBack) {
            Map<SpFigure, MonthlySeries> more = new EnumMap<>(SpFigure.class);
            more.putAll(figures);
            more.put(figure, series(byMonthsBack));
            return new Draft(id, more);
        }

        SpCode code() {
            return new SpCode(id, "company of " + id, "SMS", figures);
        }
    }
}
