package org.shapan.portal.sandtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.locate.Movement;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.area.AreaBoard;
import org.shapan.portal.area.AreaKpi;
import org.shapan.portal.area.AreaPresenter;
import org.shapan.portal.area.AreaState;
import org.shapan.portal.area.UnitRow;
import org.shapan.portal.area.YearTargets;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Form;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.sp.SpPresenter;
import org.shapan.portal.sp.SpState;
import org.shapan.portal.text.Figures;

/** The sand table over a real warehouse and the real engine, against plain SQL on the same warehouse. */
class SandTableTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final SandState BRANCHES = SandState.DEFAULT.withBranches(true);

    private static CiProvince province;
    private static Map<String, Map<String, Object>> sql;

    @BeforeAll
    static void openProvince() throws Exception {
        province = CiProvince.get();
        sql = new HashMap<>();
        for (Map<String, Object> row : rows("/org/shapan/portal/sandtable/figures.sql")) {
            sql.put(row.get("unit") + "|" + row.get("k_month"), new HashMap<>(row));
        }
        for (Map<String, Object> row : rows("/org/shapan/portal/area/units.sql")) {
            if (!row.get("unit_level").equals("area")) {
                sql.get(row.get("unit") + "|" + row.get("k_month")).putAll(row);
            }
        }
    }

    private static List<Map<String, Object>> rows(String resource) throws Exception {
        try (InputStream stream = SandTableTest.class.getResourceAsStream(resource)) {
            return province.rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyNumberOfEveryMonthEqualsPlainSql() {
        Map<SandKpi, Integer> compared = new HashMap<>();
        for (SandState state : List.of(SandState.DEFAULT, BRANCHES)) {
            SandFigures figures = load(CiProvince.user(), state).figures();
            for (SandKpi kpi : figures.kpis()) {
                for (SandUnit unit : units(figures)) {
                    for (int back = 0; back < SandBoard.TREND_MONTHS; back++) {
                        YearMonth month = MARCH.minusMonths(back);
                        Map<String, Object> row =
                                sql.get(unit.name() + "|" + (month.getYear() * 100 + month.getMonthValue()));
                        OptionalDouble value = figures.cell(kpi, unit, month).value();
                        if (row.get(kpi.measure()) instanceof Number expected) {
                            assertThat(value.orElseThrow())
                                    .as(kpi + " " + unit.name() + " " + month)
                                    .isCloseTo(expected.doubleValue(), within(1e-6));
                            compared.merge(kpi, 1, Integer::sum);
                        }
                    }
                }
            }
            assertThat(figures.parts()).hasSizeGreaterThan(1);
        }
        assertThat(compared.keySet())
                .contains(SandKpi.values()[0])
                .hasSize(SandKpi.values().length - 2)
                .doesNotContain(SandKpi.E_CHANNEL, SandKpi.COMPLETION);
    }

    @Test
    void everyNumberThatIsExplainedEqualsPlainSql() throws Exception {
        for (SandState.Show show : SandState.Show.values()) {
            SandBoard board = load(CiProvince.user(), BRANCHES.withShow(show));
            SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
            Map<SandKpi, Integer> compared = new HashMap<>();
            for (SandKpi kpi : board.figures().kpis()) {
                for (SandUnit unit : units(board.figures())) {
                    SandCell cell = board.figures().cell(kpi, unit, MARCH);
                    Optional<NumberQuestion> question = questions.cell(cell);
                    OptionalDouble plain = plain(cell, show);
                    if (question.isPresent() && plain.isPresent()) {
                        Asked.equalsSql(province, question.get(), plain.getAsDouble());
                        compared.merge(kpi, 1, Integer::sum);
                    } else if (question.isPresent()) {
                        Asked.answer(province, CiProvince.user(), question.get());
                    }
                }
            }
            assertThat(compared).as(show.toString()).hasSizeGreaterThan(10).containsKey(SandKpi.REVENUE);
        }
    }

    /** A cell by plain SQL alone, as the chosen comparison has it. */
    private static OptionalDouble plain(SandCell cell, SandState.Show show) {
        Map<YearMonth, Double> values = new HashMap<>();
        for (YearMonth month = MARCH.minusMonths(40); !month.isAfter(MARCH); month = month.plusMonths(1)) {
            Object value = sql.getOrDefault(
                            cell.unit().name() + "|" + (month.getYear() * 100 + month.getMonthValue()), Map.of())
                    .get(cell.kpi().measure());
            if (value != null) {
                values.put(month, ((Number) value).doubleValue());
            }
        }
        MonthlySeries series = new MonthlySeries(values);
        Form form = cell.kpi().form();
        boolean relative = !form.isRatio() && form != Form.BALANCE;
        OptionalDouble base =
                switch (show) {
                    case VALUE -> OptionalDouble.empty();
                    case EXPECTATION ->
                        form == Form.BALANCE ? Expectation.ofBalance(series, MARCH) : Expectation.of(series, MARCH);
                    case LAST_YEAR -> series.value(MARCH.minusYears(1));
                };
        if (show == SandState.Show.VALUE || series.value(MARCH).isEmpty()) {
            return series.value(MARCH);
        }
        double value = series.value(MARCH).getAsDouble();
        return base.isEmpty()
                ? base
                : OptionalDouble.of(relative ? value / base.getAsDouble() - 1 : value - base.getAsDouble());
    }

    @Test
    void everyNumberOfATileIsExplained() throws Exception {
        SandBoard board = load(CiProvince.user(), SandState.DEFAULT);
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        List<AskedTile> tiles = new java.util.ArrayList<>();
        board.figures().kpis().stream()
                .filter(kpi -> board.total(kpi).value().isPresent())
                .forEach(kpi -> tiles.add(questions.tile(kpi)));
        board.sp().ifPresent(sp -> tiles.add(questions.serviceProviders(sp)));

        assertThat(tiles).hasSizeGreaterThan(SandKpi.TILES.size());
        for (AskedTile tile : tiles) {
            for (int place = 0; place <= tile.content().comparisons().size(); place++) {
                NumberQuestion question = tile.numbers().apply(place);
                Asked.answer(province, CiProvince.user(), question);
                assertThat(question.facts()).as(question.name()).isNotEmpty();
            }
        }
    }

    @Test
    void aBranchManagerIsExplainedNothingOfAnotherBranch() throws Exception {
        SandBoard all = load(CiProvince.user(), BRANCHES);
        SandUnit own = all.figures().parts().getFirst();
        SandUnit other = all.figures().parts().getLast();
        PortalUser manager = CiProvince.user(own.uniqueName());
        SandBoard board = load(manager, SandState.DEFAULT);
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);

        for (SandKpi kpi : board.figures().kpis()) {
            for (SandUnit unit : units(board.figures())) {
                Optional<NumberQuestion> question =
                        questions.cell(board.figures().cell(kpi, unit, MARCH));
                if (question.isPresent()) {
                    Asked.staysIn(province, manager, question.get(), own.name());
                }
            }
        }
        SandQuestions foreign = new SandQuestions(all, Asked.WORDS, Asked.FIGURES);
        for (SandKpi kpi : all.figures().kpis()) {
            foreign.cell(all.figures().cell(kpi, other, MARCH))
                    .ifPresent(question -> Asked.isRefused(province, manager, question));
        }
    }

    @Test
    void theCompletionOfTargetsAndTheShareOfElectronicChannelsEqualPlainSql() throws Exception {
        SandBoard board = load(CiProvince.user(), SandState.DEFAULT);
        double completion = number(
                "SELECT SUM(fee_gross) / (SELECT target FROM f_target WHERE year_no = 2010 AND kpi = 'REV-01'"
                        + " AND unit_level = 'company') AS v FROM f_rev_detail WHERE k_month BETWEEN 201001 AND 201003");
        double share =
                number("SELECT SUM(tx_electronic) / SUM(transactions) AS v FROM f_channel_day WHERE k_month = 201003");

        assertThat(board.total(SandKpi.COMPLETION).value().orElseThrow()).isCloseTo(completion, within(1e-9));
        assertThat(board.total(SandKpi.E_CHANNEL).value().orElseThrow()).isCloseTo(share, within(1e-9));
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        Asked.equalsSql(
                province, questions.cell(board.total(SandKpi.COMPLETION)).orElseThrow(), completion);
        Asked.equalsSql(province, questions.cell(board.total(SandKpi.E_CHANNEL)).orElseThrow(), share);
        assertThat(board.figures().parts())
                .as("electronic channels belong to no area")
                .isNotEmpty()
                .allMatch(part -> board.figures()
                        .cell(SandKpi.E_CHANNEL, part, MARCH)
                        .value()
                        .isEmpty());
    }

    @Test
    void aCellOfABrandIsWhatThePivotAnswers() throws Exception {
        SandBoard board = load(CiProvince.user(), BRANCHES.withBrand("[Brand].[GoTone]"));
        SandUnit branch = board.figures().parts().getFirst();

        assertThat(board.figures().kpis())
                .contains(SandKpi.REVENUE, SandKpi.RETENTION)
                .as("no brand in the cube, no target by brand")
                .doesNotContain(SandKpi.STABILITY, SandKpi.COMPLETION);
        int compared = 0;
        for (SandKpi kpi : board.figures().kpis()) {
            OptionalDouble value = board.figures().cell(kpi, branch, MARCH).value();
            if (value.isPresent()) {
                compared++;
                assertThat(value.getAsDouble())
                        .as(kpi.toString())
                        .isEqualTo(cell("SELECT { [Measures].[" + kpi.measure() + "] } ON COLUMNS FROM [" + kpi.cube()
                                + "] WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Brand].[GoTone], "
                                + branch.uniqueName() + ")"));
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @Test
    void aFigureHasTheColourThatTheAreaBoardGivesIt() {
        SandFigures figures = load(CiProvince.user(), SandState.DEFAULT).figures();
        AreaBoard areas = ((BoardResult.Loaded<AreaBoard>) new AreaPresenter(
                                province.cubes(), YearTargets.NONE, CiProvince.user(), Locale.ENGLISH, province.asOf())
                        .load(AreaState.DEFAULT))
                .board();
        int compared = 0;
        for (SandUnit part : figures.parts()) {
            UnitRow row = areas.parts().stream()
                    .filter(each -> each.unit().uniqueName().equals(part.uniqueName()))
                    .findFirst()
                    .orElseThrow();
            for (AreaKpi kpi : AreaKpi.values()) {
                for (SandKpi own : figures.kpis()) {
                    if (own.measure().equals(kpi.measure()) && own.isByArea()) {
                        assertThat(figures.cell(own, part, MARCH).state())
                                .as(own + " " + part.name())
                                .isEqualTo(row.figure(kpi).state());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void redIsCountedByWhatItIsAbout() {
        SandBoard board = load(CiProvince.user(), BRANCHES);
        SandFigures figures = board.figures();
        long red = figures.kpis().stream()
                .flatMap(kpi -> units(figures).stream().map(unit -> figures.cell(kpi, unit, MARCH)))
                .filter(cell -> cell.state() == State.RED)
                .count();
        long byDomain = 0;
        for (SandDomain domain : SandDomain.values()) {
            byDomain += figures.count(MARCH, State.RED, domain);
        }

        assertThat(red).isPositive();
        assertThat(figures.count(MARCH).red()).isEqualTo(red);
        assertThat(byDomain).isEqualTo(red);
        assertThat(board.playback()).hasSize(13).endsWith(MARCH).isSorted();
    }

    @Test
    void aReasonNamesTheGroupWhoseMembersLeft() throws Exception {
        Object planted = province.rows(
                        "SELECT leaf_en FROM d_area_leaf WHERE owner_kind = 'group' AND k_leaf = (SELECT k_leaf FROM f_sub_detail"
                                + " WHERE k_month = 201003 AND is_left GROUP BY k_leaf ORDER BY count(*) DESC LIMIT 1)")
                .getFirst()
                .get("leaf_en");

        SandReason worst = load(CiProvince.user(), BRANCHES).reasons().getFirst();

        assertThat(worst.state()).isEqualTo(State.RED);
        assertThat(worst.first().kpi()).isEqualTo(SandKpi.REVENUE);
        Movement movement = worst.movement().orElseThrow();
        assertThat(movement.ends().getFirst().entity().name()).isEqualTo(planted);
    }

    @Test
    void redServiceProvidersAreThoseOfTheirBoard() {
        SandBoard board = load(CiProvince.user(), SandState.DEFAULT);
        var sp = ((BoardResult.Loaded<org.shapan.portal.sp.SpBoard>)
                        new SpPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(SpState.DEFAULT))
                .board();

        assertThat(SandText.red(board.sp().orElseThrow())).hasSize((int) sp.count(State.RED));
        assertThat(load(
                                CiProvince.user(),
                                BRANCHES.withArea(
                                        board.figures().parts().getFirst().uniqueName()))
                        .sp())
                .as("a city has no service providers of its own")
                .isEmpty();
    }

    @Test
    void aBranchUserSeesTheOwnBranchOnly() {
        SandFigures company = load(CiProvince.user(), BRANCHES).figures();
        SandUnit own = company.parts().getFirst();
        SandUnit other = company.parts().getLast();
        PortalUser manager = CiProvince.user(own.uniqueName());

        SandBoard board = load(manager, SandState.DEFAULT);

        assertThat(board.figures().area().uniqueName()).isEqualTo(own.uniqueName());
        assertThat(board.above()).isEmpty();
        assertThat(board.figures().parts())
                .isNotEmpty()
                .allMatch(part -> part.level() == UnitLevel.MICRO_AREA
                        && part.uniqueName().startsWith(own.uniqueName()));
        assertThat(board.areas())
                .isNotEmpty()
                .allMatch(choice -> choice.uniqueName().startsWith(own.uniqueName()));
        assertThat(board.sp()).isEmpty();
        assertThat(board.figures().kpis()).contains(SandKpi.REVENUE).doesNotContain(SandKpi.E_CHANNEL);
        for (SandKpi kpi : board.figures().kpis()) {
            assertThat(board.total(kpi).value())
                    .as(kpi.toString())
                    .isEqualTo(company.cell(kpi, own, MARCH).value());
        }
        for (String beyond : List.of(other.uniqueName(), "[Area].[Managed].[Company]", "[Area]}, {[x]")) {
            assertThat(presenter(manager).load(SandState.DEFAULT.withArea(beyond), null, true))
                    .isEqualTo(new BoardResult.NotVisible<SandBoard>(own.name()));
        }
    }

    @Test
    void aCellLeadsToItsMovementAndOneThatCannotBeLocatedToThePivot() {
        SandBoard board = load(CiProvince.user(), SandState.DEFAULT.withPeriod("201002"));
        SandText text = new SandText(board, (key, parameters) -> key, Figures.in(Locale.ENGLISH));
        SandUnit city = board.figures().parts().getFirst();

        String located = text.href(board.figures().cell(SandKpi.NEW, city, board.month()));
        String pivot = text.href(board.figures().cell(SandKpi.KEPT, city, board.month()));

        assertThat(located).startsWith("areas/locate?").contains("period=201002", "kpi=SUB-03");
        assertThat(pivot).startsWith("pivot?").contains("cube=Numbers", "201002", "Zhuhai");
    }

    @Test
    void whatIsNotThereIsSaidAndTheUrlTellsTheState() {
        assertThat(presenter(CiProvince.user()).load(SandState.DEFAULT.withPeriod("201004"), null, true))
                .isEqualTo(new BoardResult.NoPeriod<SandBoard>("201004"));
        SandState state = new SandState(
                "200912", "[Area].[Managed].[Zhuhai]", "[Brand].[GoTone]", true, SandState.Show.LAST_YEAR);
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));

        assertThat(SandState.parse(again)).isEqualTo(state);
        assertThat(SandState.DEFAULT.parameters()).isEmpty();
    }

    private static List<SandUnit> units(SandFigures figures) {
        List<SandUnit> units = new java.util.ArrayList<>(List.of(figures.area()));
        units.addAll(figures.parts());
        return units;
    }

    private static SandPresenter presenter(PortalUser user) {
        return new SandPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static SandBoard load(PortalUser user, SandState state) {
        BoardResult<SandBoard> result = presenter(user).load(state, null, true);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SandBoard>) result).board();
    }

    private static double number(String statement) throws Exception {
        return ((Number) province.rows(statement).getFirst().get("v")).doubleValue();
    }

    private static double cell(String mdx) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}
