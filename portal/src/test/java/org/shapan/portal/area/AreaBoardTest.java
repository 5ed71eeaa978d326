package org.shapan.portal.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.insight.TargetProgress;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.PlainFigure;

/** The board over a real warehouse and the real engine, against plain SQL on the same warehouse. */
class AreaBoardTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final Map<UnitLevel, String> LEVELS = Map.of(
            UnitLevel.COMPANY, "company",
            UnitLevel.CITY, "city",
            UnitLevel.BRANCH, "branch",
            UnitLevel.MICRO_AREA, "area");

    private static CiProvince province;
    private static Map<String, Map<String, Object>> sql;

    @BeforeAll
    static void openProvince() throws Exception {
        province = CiProvince.get();
        sql = new HashMap<>();
        try (InputStream stream = AreaBoardTest.class.getResourceAsStream("units.sql")) {
            for (Map<String, Object> row : province.rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8))) {
                sql.put(row.get("unit_level") + "|" + row.get("unit") + "|" + row.get("k_month"), row);
            }
        }
    }

    @Test
    void everyNumberEqualsPlainSql() throws Exception {
        AreaBoard company = load(CiProvince.user(), AreaState.DEFAULT);
        AreaBoard city = load(CiProvince.user(), AreaState.DEFAULT.withArea(first(company)));
        AreaBoard branch = load(CiProvince.user(), AreaState.DEFAULT.withArea(first(city)));

        assertThat(company.month()).isEqualTo(MARCH);
        assertThat(branch.path()).hasSize(3);
        int compared = 0;
        for (AreaBoard board : List.of(company, city, branch)) {
            for (UnitRow row : board.path()) {
                compared += equalsSql(row);
            }
            assertThat(board.parts()).isNotEmpty();
            for (UnitRow row : board.parts()) {
                compared += equalsSql(row);
            }
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    @Test
    void everyNumberThatIsExplainedEqualsPlainSql() throws Exception {
        for (Against against : Against.values()) {
            AreaState state = AreaState.DEFAULT.withAgainst(against);
            AreaBoard company = load(CiProvince.user(), state);
            for (AreaBoard board : List.of(company, load(CiProvince.user(), state.withArea(first(company))))) {
                AreaQuestions questions = new AreaQuestions(board, Asked.WORDS, Asked.FIGURES);
                int asked = 0;
                for (KpiFigure figure : board.area().figures().values()) {
                    if (figure.value().isPresent()) {
                        plain(board.area(), figure.kpi(), against)
                                .equalsTile(province, figure.judged(), place -> questions.tile(figure, place));
                        asked++;
                    }
                }
                for (UnitRow row : board.parts()) {
                    asked += explained(questions, board, row, against);
                }
                asked += explained(questions, board, board.area(), against);
                for (Movement movement : board.movements()) {
                    NumberQuestion question = questions
                            .movement(movement.row(), movement.figure())
                            .orElseThrow();
                    double deviation = plain(movement.row(), movement.figure().kpi(), Against.EXPECTATION)
                            .deviation()
                            .orElseThrow();
                    Asked.equalsSql(province, question, deviation);
                }
                assertThat(asked).isGreaterThan(40);
            }
        }
    }

    @Test
    void everyPointOfATrendAndBoxOfTheTreemapEqualsPlainSql() throws Exception {
        AreaBoard board = load(CiProvince.user(), AreaState.DEFAULT);
        AreaQuestions questions = new AreaQuestions(board, Asked.WORDS, Asked.FIGURES);
        for (UnitRow row : List.of(board.area(), board.parts().getFirst())) {
            MonthlySeries plain = plain(row, AreaKpi.REVENUE.measure());
            YearMonth month = MARCH;
            for (Supplier<NumberQuestion> question : questions.trend(row).values()) {
                Asked.equalsSql(province, question.get(), plain.value(month).orElseThrow());
                month = month.minusMonths(1);
            }
            assertThat(month).isEqualTo(MARCH.minusMonths(AreaBoard.TREND_MONTHS));
            for (YearMonth at : board.trendMonths()) {
                for (RevenueTrend.Line line : RevenueTrend.Line.values()) {
                    OptionalDouble drawn =
                            switch (line) {
                                case ACTUAL -> plain.value(at);
                                case EXPECTED -> Expectation.of(plain, at);
                                case LAST_YEAR -> plain.value(at.minusYears(1));
                            };
                    List<NumberQuestion> asked = questions.trend(row, new RevenueTrend.Place(at, line));
                    assertThat(asked).as(at + " " + line).hasSize(drawn.isPresent() ? 1 : 0);
                    if (drawn.isPresent()) {
                        Asked.equalsSql(province, asked.getFirst(), drawn.getAsDouble());
                    }
                }
            }
        }
        for (UnitRow row : board.parts()) {
            MonthlySeries plain = plain(row, AreaKpi.REVENUE.measure());
            double value = plain.value(MARCH).orElseThrow();
            double expected = Expectation.of(plain, MARCH).orElseThrow();
            List<NumberQuestion> box = questions.box(row);
            Asked.equalsSql(province, box.get(0), value);
            Asked.equalsSql(province, box.get(1), expected);
            Asked.equalsSql(province, box.get(2), value / expected - 1);
        }
    }

    /** Asks for the numbers of a row and compares them with plain SQL; gives how many. */
    private static int explained(AreaQuestions questions, AreaBoard board, UnitRow row, Against against)
            throws Exception {
        int asked = 0;
        for (AreaKpi kpi : AreaKpi.values()) {
            OptionalDouble sql = plain(row, kpi.measure()).value(MARCH);
            if (kpi != AreaKpi.E_CHANNEL && sql.isPresent()) {
                Asked.equalsSql(province, questions.value(row, kpi), sql.getAsDouble());
                asked++;
            }
        }
        MonthlySeries own = plain(row, AreaKpi.REVENUE.measure());
        MonthlySeries whole = plain(board.area(), AreaKpi.REVENUE.measure());
        OptionalDouble reference = against.reference(own, MARCH, false);
        if (row.figure(AreaKpi.REVENUE).difference().isPresent()) {
            double value = own.value(MARCH).orElseThrow();
            double base = reference.orElseThrow();
            double moved = against.reference(whole, MARCH, false).orElseThrow();
            Asked.equalsSql(province, questions.difference(row, "x").orElseThrow(), value - base);
            asked++;
            if (base > 0) {
                Asked.equalsSql(
                        province,
                        questions.deviation(row, row.figure(AreaKpi.REVENUE)).orElseThrow(),
                        value / base - 1);
                asked++;
            }
            if (row != board.area() && row.contribution().isPresent()) {
                Asked.equalsSql(
                        province,
                        questions.contribution(row).orElseThrow(),
                        (value - base) / (whole.value(MARCH).orElseThrow() - moved));
                asked++;
            }
        }
        return asked;
    }

    private static PlainFigure plain(UnitRow row, AreaKpi kpi, Against against) {
        return new PlainFigure(plain(row, kpi.measure()), MARCH, kpi.form(), against.name());
    }

    /** What plain SQL has of a measure of a unit, by month. */
    private static MonthlySeries plain(UnitRow row, String measure) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (YearMonth month = MARCH.minusMonths(40); !month.isAfter(MARCH); month = month.plusMonths(1)) {
            String key = LEVELS.get(row.unit().level()) + "|" + row.unit().name() + "|"
                    + (month.getYear() * 100 + month.getMonthValue());
            Object value = sql.getOrDefault(key, Map.of()).get(measure);
            if (value != null) {
                values.put(month, ((Number) value).doubleValue());
            }
        }
        return new MonthlySeries(values);
    }

    @Test
    void targetsAreComparedWithTheSumSinceJanuary() throws Exception {
        AreaBoard company = load(CiProvince.user(), AreaState.DEFAULT);
        for (AreaBoard board : List.of(company, load(CiProvince.user(), AreaState.DEFAULT.withArea(first(company))))) {
            AreaQuestions questions = new AreaQuestions(board, Asked.WORDS, Asked.FIGURES);
            assertThat(board.targets()).extracting(TargetFigure::kpi).contains(AreaKpi.REVENUE, AreaKpi.NEW);
            for (TargetFigure figure : board.targets()) {
                MonthlySeries plain = plain(board.area(), figure.kpi().measure());
                double completion = Stream.of(MARCH.withMonth(1), MARCH.withMonth(2), MARCH)
                                .mapToDouble(month -> plain.value(month).orElseThrow())
                                .sum()
                        / target(board.area().unit(), figure.kpi());
                double due = TargetProgress.due(plain, MARCH);

                assertThat(figure.due()).isCloseTo(due, within(1e-9));
                assertThat(figure.state())
                        .isEqualTo(
                                completion / due < 0.95
                                        ? State.RED
                                        : completion / due < 1 ? State.YELLOW : State.GREEN);
                Asked.equalsSql(province, questions.target(figure, 0), completion);
                Asked.equalsSql(province, questions.target(figure, 1), completion);
                Asked.equalsSql(province, questions.target(figure, 2), completion / due);
            }
        }
    }

    @Test
    void noMoreOfAYearIsDueThanTimeOrTheYearBeforeSays() throws Exception {
        // Months of the year before that compare by the Spring Festival change places within the first quarter.
        double partOfYearBefore = ((Number) province.rows(
                                "SELECT SUM(fee_gross) FILTER (WHERE k_month <= 200903) / SUM(fee_gross) AS v FROM f_rev_detail"
                                        + " WHERE k_month BETWEEN 200901 AND 200912")
                        .getFirst()
                        .get("v"))
                .doubleValue();

        assertThat(load(CiProvince.user(), AreaState.DEFAULT)
                        .targets()
                        .getFirst()
                        .due())
                .isCloseTo(Math.min(90 / 365.0, partOfYearBefore), within(1e-9));
    }

    private static double target(Unit unit, AreaKpi kpi) throws Exception {
        return ((Number) province.rows(
                                "SELECT target FROM f_target t WHERE year_no = 2010 AND kpi = ? AND (unit_level = 'company' AND ? = 'Company'"
                                        + " OR k_city = (SELECT MIN(k_city) FROM d_area WHERE city_en = ?))",
                                kpi.id(),
                                unit.name(),
                                unit.name())
                        .getFirst()
                        .get("target"))
                .doubleValue();
    }

    @Test
    void contributionsOfThePartsAddUpToTheWhole() throws Exception {
        for (Against against : Against.values()) {
            AreaBoard board = load(CiProvince.user(), AreaState.DEFAULT.withAgainst(against));

            double parts = board.parts().stream()
                    .mapToDouble(row -> row.figure(AreaKpi.REVENUE).difference().orElseThrow())
                    .sum();
            double whole = board.area().figure(AreaKpi.REVENUE).difference().orElseThrow();
            if (against != Against.EXPECTATION) {
                // Expectations of parts are made of their own pasts and need not add up.
                assertThat(parts).isCloseTo(whole, within(0.005));
                assertThat(board.parts().stream()
                                .mapToDouble(row -> row.contribution().orElseThrow())
                                .sum())
                        .isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void aTileIsWhatThePivotAnswers() throws Exception {
        AreaBoard board = load(CiProvince.user(), AreaState.DEFAULT.withBrand("[Brand].[GoTone]"));

        for (AreaKpi kpi : List.of(AreaKpi.REVENUE, AreaKpi.ARPU, AreaKpi.CHURN, AreaKpi.SUBSCRIBERS)) {
            assertThat(board.area().figure(kpi).value().orElseThrow())
                    .isEqualTo(cell("SELECT { [Measures].[" + kpi.measure()
                            + "] } ON COLUMNS FROM [Operations] WHERE ([Time].[Calendar].[2010].[Q1].[201003],"
                            + " [Brand].[GoTone])"));
        }
        assertThat(board.targets()).as("targets are not given by brand").isEmpty();
    }

    @Test
    void aBranchManagerSeesTheOwnBranchAndItsTotalsOnly() throws Exception {
        AreaBoard company = load(CiProvince.user(), AreaState.DEFAULT);
        AreaBoard city = load(CiProvince.user(), AreaState.DEFAULT.withArea(first(company)));
        UnitRow own = city.parts().getFirst();
        UnitRow other = city.parts().getLast();
        PortalUser manager = CiProvince.user(own.unit().uniqueName());

        AreaBoard board = load(manager, AreaState.DEFAULT);

        assertThat(board.path()).hasSize(1);
        assertThat(board.area().unit().uniqueName()).isEqualTo(own.unit().uniqueName());
        assertThat(equalsSql(board.area())).isPositive();
        for (UnitRow row : board.parts()) {
            equalsSql(row);
        }
        assertThat(board.areas())
                .noneMatch(choice -> choice.name().equals(other.unit().name()));
        assertThat(presenter(manager)
                        .load(AreaState.DEFAULT.withArea(other.unit().uniqueName())))
                .isEqualTo(new BoardResult.NotVisible<AreaBoard>(own.unit().name()));
        assertThat(presenter(manager).load(AreaState.DEFAULT.withArea("[Area].[Managed].[Company]")))
                .isInstanceOf(BoardResult.NotVisible.class);
    }

    @Test
    void aBranchManagerIsExplainedNothingOfAnotherBranch() throws Exception {
        AreaBoard company = load(CiProvince.user(), AreaState.DEFAULT);
        AreaBoard city = load(CiProvince.user(), AreaState.DEFAULT.withArea(first(company)));
        UnitRow own = city.parts().getFirst();
        UnitRow other = city.parts().getLast();
        PortalUser manager = CiProvince.user(own.unit().uniqueName());
        AreaBoard board = load(manager, AreaState.DEFAULT);
        AreaQuestions questions = new AreaQuestions(board, Asked.WORDS, Asked.FIGURES);
        NumberQuestion foreign = new AreaQuestions(city, Asked.WORDS, Asked.FIGURES).value(other, AreaKpi.REVENUE);

        for (UnitRow row : board.parts()) {
            if (row.contribution().isPresent()) {
                Asked.staysIn(
                        province,
                        manager,
                        questions.contribution(row).orElseThrow(),
                        own.unit().name());
            }
        }
        for (KpiFigure figure : board.area().figures().values()) {
            if (figure.value().isPresent()) {
                Asked.staysIn(
                        province, manager, questions.tile(figure, 0), own.unit().name());
            }
        }
        Asked.isRefused(province, manager, foreign);
    }

    @Test
    void whatIsNotThereIsSaid() {
        AreaPresenter presenter = presenter(CiProvince.user());

        assertThat(presenter.load(AreaState.DEFAULT.withPeriod("201004")))
                .isEqualTo(new BoardResult.NoPeriod<AreaBoard>("201004"));
        assertThat(presenter.load(AreaState.DEFAULT.withPeriod("soon")))
                .isEqualTo(new BoardResult.NoPeriod<AreaBoard>("soon"));
        for (String area : List.of("[Area].[Managed].[Atlantis]", "x", "[Brand].[GoTone]", "[Area]}, {[x]")) {
            assertThat(presenter.load(AreaState.DEFAULT.withArea(area)))
                    .as(area)
                    .isInstanceOf(BoardResult.NotVisible.class);
        }
    }

    @Test
    void stateIsWhatTheUrlSays() {
        AreaState state = AreaState.parse(Map.of(
                "period",
                List.of("200912"),
                "area",
                List.of("[Area].[Managed].[Zhuhai]"),
                "vs",
                List.of("y"),
                "show",
                List.of("chart")));

        assertThat(state.against()).isEqualTo(Against.LAST_YEAR);
        assertThat(state.chart()).isTrue();
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));
        assertThat(AreaState.parse(again)).isEqualTo(state);
        assertThat(AreaState.DEFAULT.parameters()).isEmpty();
    }

    @Test
    void movementsAreRedBeforeYellow() throws Exception {
        List<State> states = load(CiProvince.user(), AreaState.DEFAULT).movements().stream()
                .map(movement -> movement.figure().state())
                .toList();

        assertThat(states).isSortedAccordingTo((a, b) -> b.compareTo(a)).isNotEmpty();
    }

    private static AreaPresenter presenter(PortalUser user) {
        return new AreaPresenter(
                province.cubes(),
                new WarehouseTargets(province.database().dataSource()),
                user,
                Locale.ENGLISH,
                province.asOf());
    }

    private static AreaBoard load(PortalUser user, AreaState state) {
        BoardResult<AreaBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<AreaBoard>) result).board();
    }

    private static String first(AreaBoard board) {
        return board.parts().getFirst().unit().uniqueName();
    }

    /** Compares every indicator of 13 months; gives how many numbers were compared. */
    private static int equalsSql(UnitRow row) {
        int compared = 0;
        for (AreaKpi kpi : AreaKpi.values()) {
            if (kpi == AreaKpi.E_CHANNEL) {
                continue;
            }
            for (int back = 0; back < AreaBoard.TREND_MONTHS; back++) {
                YearMonth month = MARCH.minusMonths(back);
                String key = LEVELS.get(row.unit().level()) + "|" + row.unit().name() + "|"
                        + (month.getYear() * 100 + month.getMonthValue());
                Object expected = sql.getOrDefault(key, Map.of()).get(kpi.measure());
                OptionalDouble value = row.unit().series(kpi).value(month);
                if (expected == null) {
                    assertThat(value.orElse(0)).as(key + " " + kpi).isZero();
                } else {
                    assertThat(value.orElse(0))
                            .as(key + " " + kpi)
                            .isCloseTo(((Number) expected).doubleValue(), within(1e-6));
                    compared++;
                }
            }
        }
        return compared;
    }

    private static double cell(String mdx) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}
