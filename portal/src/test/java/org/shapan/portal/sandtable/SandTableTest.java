package org.shapan.portal.sandtable;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.sp.SpPresenter;
import org.shapan.portal.sp.SpState;
import org.shapan.portal.text.Figures;

/** The sand table over a real warehouse and the real engine. */
class SandTableTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final SandState BRANCHES = SandState.DEFAULT.withBranches(true);

    private static CiProvince province;

    @BeforeAll
    static void openProvince() {
        province = CiProvince.get();
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

    private static double cell(String mdx) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}
