package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpFinding;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;

/**
 * Every number on the pages of all companies against plain SQL over the facts: in March 2010, and in September 2009 when codes had malicious
 * arrears, converging users, many new numbers and copies.
 */
class SpCompanyNumbersTest {
    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2010, 3), YearMonth.of(2009, 9));

    /** The figure whose change against six months a rule looks at. */
    private static final Map<String, String> CHANGES = Map.of("01", "fee", "02", "users", "03", "mo", "05", "mt");

    /** What SQL has, by code or company and month. */
    private static final Map<String, Map<String, Object>> CODES = new HashMap<>();

    private static final Map<String, Map<String, Object>> COMPANIES = new HashMap<>();

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
        for (Map<String, Object> row : province.resource(SpCompanyNumbersTest.class, "code-months.sql")) {
            CODES.put(row.get("code") + "|" + row.get("k_month"), row);
        }
        for (Map<String, Object> row : province.resource(SpCompanyNumbersTest.class, "units.sql")) {
            if (row.get("unit_level").equals("company")) {
                COMPANIES.put(row.get("unit") + "|" + row.get("k_month"), row);
            }
        }
    }

    @Test
    void levelsOfACompanyEqualPlainSql() throws Exception {
        for (SpCompanyBoard board : boards()) {
            SpCompanyQuestions questions = questions(board);
            for (SpKpi kpi : SpKpi.values()) {
                OptionalDouble plain = number(COMPANIES, board.company(), board.month(), kpi.measure());
                assertThat(board.unit().value(kpi, board.month()).isPresent())
                        .as(board.company() + kpi)
                        .isEqualTo(plain.isPresent());
                if (plain.isPresent()) {
                    Asked.equalsSql(province, questions.value(kpi), plain.getAsDouble());
                }
            }
            for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.USERS, SpKpi.MO, SpKpi.MT)) {
                Optional<NumberQuestion> question = questions.level(kpi, State.NONE);
                if (question.isPresent()) {
                    Asked.equalsSql(
                            province, question.get(), change(COMPANIES, board.company(), board.month(), kpi.measure()));
                }
            }
        }
    }

    @Test
    void servicesOfACompanyEqualPlainSql() throws Exception {
        for (SpCompanyBoard board : boards()) {
            SpCompanyQuestions questions = questions(board);
            double whole = board.codes().stream()
                    .mapToDouble(code -> code(board, code, "fee"))
                    .sum();
            assertThat(whole)
                    .isEqualTo(number(COMPANIES, board.company(), board.month(), "Fee")
                            .orElseThrow());
            for (SpCodeRow code : board.codes()) {
                double fee = code(board, code, "fee");
                for (SpCompanyCards.ServiceColumn column : SpCompanyCards.ServiceColumn.values()) {
                    Optional<NumberQuestion> question = questions.service(code, column);
                    if (question.isPresent()) {
                        Asked.equalsSql(
                                province,
                                question.get(),
                                switch (column) {
                                    case FEE, SCORE -> fee;
                                    case SHARE -> fee / whole;
                                    case MEDIAN -> change(CODES, code.unit().code(), board.month(), "fee");
                                    case MARK, NAME -> Double.NaN;
                                });
                    }
                }
            }
        }
    }

    @Test
    void whatEveryRuleMeasuredEqualsPlainSql() throws Exception {
        Set<String> compared = new HashSet<>();
        for (SpCompanyBoard board : boards()) {
            SpCompanyQuestions questions = questions(board);
            for (SpFinding finding : board.verdict().findings()) {
                String rule = finding.rule().number();
                double measured = measured(board, finding);
                Asked.equalsSql(province, questions.rule(finding, false).orElseThrow(), measured);
                Asked.equalsSql(
                        province,
                        questions.rule(finding, true).orElseThrow(),
                        CHANGES.containsKey(rule) ? median(board, CHANGES.get(rule)) : measured);
                compared.add(rule);
            }
        }
        assertThat(compared).hasSize(16);
    }

    /** What a rule of domain §6.2.5 measures of the judged code; of two figures that it looks at, the one that it found. */
    private static double measured(SpCompanyBoard board, SpFinding finding) {
        SpCodeRow judged = board.judged().orElseThrow();
        String rule = finding.rule().number();
        return switch (rule) {
            case "01", "02", "03", "05" -> change(CODES, judged.unit().code(), board.month(), CHANGES.get(rule));
            case "04" -> code(board, judged, "mt") / code(board, judged, "mo");
            case "06" -> code(board, judged, "night");
            case "07" -> nearest(finding, code(board, judged, "peak_hour"), code(board, judged, "three_days"));
            case "08" -> code(board, judged, "malicious");
            case "09" -> code(board, judged, "convergence");
            case "10" -> code(board, judged, "complaints") * 10_000 / code(board, judged, "users");
            case "11" -> code(board, judged, "quick");
            case "12" -> code(board, judged, "silent");
            case "13" -> code(board, judged, "fresh");
            case "14" -> code(board, judged, "ceiling");
            case "15" ->
                nearest(
                        finding,
                        code(board, judged, "mo") / code(board, judged, "users"),
                        code(board, judged, "fee") / code(board, judged, "users"));
            default -> code(board, judged, "pairs");
        };
    }

    private static double nearest(SpFinding finding, double... values) {
        return DoubleStream.of(values)
                .boxed()
                .min(Comparator.comparingDouble(value -> Math.abs(value - finding.value())))
                .orElseThrow();
    }

    @Test
    void theBalanceOfTheJudgedServiceAndOfItsLineEqualsPlainSql() throws Exception {
        int compared = 0;
        for (SpCompanyBoard board : boards()) {
            for (boolean line : new boolean[] {false, true}) {
                for (SpKpi kpi : Arrays.asList(SpKpi.MO, SpKpi.MT, null)) {
                    Optional<NumberQuestion> question = questions(board).balance(kpi, line);
                    if (question.isPresent()) {
                        double mo = balance(board, line, "mo");
                        double mt = balance(board, line, "mt");
                        Asked.equalsSql(
                                province, question.get(), kpi == SpKpi.MO ? mo : kpi == SpKpi.MT ? mt : mt / mo);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void theMaliciousShareAndTheConvergenceOfTheJudgedServiceEqualPlainSql() throws Exception {
        int compared = 0;
        for (SpCompanyBoard board : boards()) {
            Optional<SpCodeRow> judged = board.judged()
                    .filter(row -> row.code()
                            .value(SpFigure.MALICIOUS_SHARE, board.month())
                            .isPresent());
            if (judged.isPresent()) {
                Asked.equalsSql(
                        province, questions(board).malicious(judged.get()), code(board, judged.get(), "malicious"));
                compared++;
            }
            Optional<NumberQuestion> convergence = questions(board).convergence();
            if (convergence.isPresent()) {
                Asked.equalsSql(
                        province, convergence.get(), code(board, board.judged().orElseThrow(), "convergence"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** A figure of the judged code, or the median of those codes of its line that have it. */
    private static double balance(SpCompanyBoard board, boolean line, String column) {
        SpCodeRow judged = board.judged().orElseThrow();
        if (!line) {
            return code(board, judged, column);
        }
        return median(CODES.values().stream()
                .filter(row -> row.get("line_code").equals(judged.code().line())
                        && row.get("k_month").toString().equals(CalendarMonths.name(board.month())))
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue()));
    }

    private static double change(Map<String, Map<String, Object>> rows, String key, YearMonth month, String column) {
        return number(rows, key, month, column).orElseThrow() / median(rows, key, month, column) - 1;
    }

    private static double median(SpCompanyBoard board, String column) {
        return median(CODES, board.judged().orElseThrow().unit().code(), board.month(), column);
    }

    /** Of the six months before, as far as they have a figure. */
    private static double median(Map<String, Map<String, Object>> rows, String key, YearMonth month, String column) {
        return median(IntStream.rangeClosed(1, 6)
                .mapToObj(back -> number(rows, key, month.minusMonths(back), column))
                .flatMapToDouble(OptionalDouble::stream));
    }

    private static double median(DoubleStream some) {
        double[] values = some.sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static double code(SpCompanyBoard board, SpCodeRow code, String column) {
        return number(CODES, code.unit().code(), board.month(), column).orElseThrow();
    }

    private static OptionalDouble number(
            Map<String, Map<String, Object>> rows, String key, YearMonth month, String column) {
        return rows.getOrDefault(key + "|" + CalendarMonths.name(month), Map.of())
                                .get(column)
                        instanceof Number value
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    private static SpCompanyQuestions questions(SpCompanyBoard board) {
        return new SpCompanyQuestions(board, Asked.WORDS, Asked.FIGURES);
    }

    /** The pages of all companies in the months. */
    private static List<SpCompanyBoard> boards() {
        return MONTHS.stream()
                .flatMap(month -> ((BoardResult.Loaded<SpBoard>)
                                new SpPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                        .load(SpState.DEFAULT.withPeriod(CalendarMonths.name(month))))
                        .board().companies().stream()
                                .map(row -> ((BoardResult.Loaded<SpCompanyBoard>) new SpCompanyPresenter(
                                                        province.cubes(),
                                                        CiProvince.user(),
                                                        Locale.ENGLISH,
                                                        province.asOf())
                                                .load(new SpCompanyState(
                                                        CalendarMonths.name(month),
                                                        null,
                                                        row.unit().code(),
                                                        null)))
                                        .board()))
                .toList();
    }
}
