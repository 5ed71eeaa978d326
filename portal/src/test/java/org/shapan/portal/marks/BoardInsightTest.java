package org.shapan.portal.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.portal.area.AreaBoard;
import org.shapan.portal.area.AreaKpi;
import org.shapan.portal.area.AreaPresenter;
import org.shapan.portal.area.AreaState;
import org.shapan.portal.area.KpiFigure;
import org.shapan.portal.area.UnitRow;
import org.shapan.portal.area.YearTargets;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiCubes;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpPresenter;
import org.shapan.portal.sp.SpRow;
import org.shapan.portal.sp.SpState;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.CellAddress;

/** A figure has the same colour on the board and in the PDF. */
class BoardInsightTest {
    private static final String MONTH = "[Time].[Calendar].[2010].[Q1].[201003]";

    @RegisterExtension
    static final CiCubes CUBES = new CiCubes();

    @Test
    void areasAreMarkedAsOnTheBoard() throws Exception {
        AreaBoard board = ((BoardResult.Loaded<AreaBoard>) new AreaPresenter(
                                CUBES.province().cubes(),
                                YearTargets.NONE,
                                CiProvince.user(),
                                Locale.ENGLISH,
                                CUBES.province().asOf())
                        .load(AreaState.DEFAULT))
                .board();
        List<KpiFigure> figures = new ArrayList<>();
        List<CellAddress> cells = new ArrayList<>();
        List<UnitRow> rows = new ArrayList<>(board.parts());
        rows.add(board.area());
        for (UnitRow row : rows) {
            for (AreaKpi kpi : List.of(AreaKpi.REVENUE, AreaKpi.CHURN, AreaKpi.NET_ADDS, AreaKpi.ARPU)) {
                figures.add(row.figure(kpi));
                cells.add(cell("Operations", kpi.measure(), row.unit().uniqueName()));
            }
        }

        List<Assessment> assessments = new BoardInsight().assess(CUBES.connection(), cells);

        for (int i = 0; i < cells.size(); i++) {
            assertThat(assessments.get(i).state().name())
                    .as(cells.get(i).members().toString())
                    .isEqualTo(figures.get(i).state().name());
            assertThat(assessments.get(i).expected().doubleValue())
                    .isCloseTo(figures.get(i).expected().orElseThrow(), within(1e-6));
        }
    }

    @Test
    void companiesAreMarkedAsOnTheBoard() throws Exception {
        SpBoard board = ((BoardResult.Loaded<SpBoard>) new SpPresenter(
                                CUBES.province().cubes(),
                                CiProvince.user(),
                                Locale.ENGLISH,
                                CUBES.province().asOf())
                        .load(SpState.DEFAULT))
                .board();
        List<CellAddress> cells = new ArrayList<>();
        for (SpRow row : board.companies()) {
            cells.add(cell("SP", "Fee", "[SP].[Company].[" + row.unit().code() + "]"));
        }

        List<Assessment> assessments = new BoardInsight().assess(CUBES.connection(), cells);

        for (int i = 0; i < cells.size(); i++) {
            assertThat(assessments.get(i).state().name())
                    .isEqualTo(board.companies().get(i).state().name());
        }
    }

    @Test
    void theOrderOfMixedCellsIsKept() throws Exception {
        CellAddress fee = cell("SP", "Fee", "[SP].[Line].[SMS]");
        CellAddress revenue = cell("Operations", "Gross revenue", "[Area].[Managed].[Company]");

        List<Assessment> mixed = new BoardInsight().assess(CUBES.connection(), List.of(fee, revenue, fee));

        assertThat(mixed.get(0)).isEqualTo(mixed.get(2)).isNotEqualTo(mixed.get(1));
        assertThat(mixed.get(1))
                .isEqualTo(new BoardInsight()
                        .assess(CUBES.connection(), List.of(revenue))
                        .getFirst());
    }

    @Test
    void whatTheBoardsDoNotJudgeIsAbsent() throws Exception {
        assertThat(new BoardInsight()
                        .assess(
                                CUBES.connection(),
                                List.of(
                                        cell("Operations", "Discount", "[Area].[Managed].[Company]"),
                                        cell("Channel Activity", "E-channel share", firstCity()))))
                .containsExactly(Assessment.ABSENT, Assessment.ABSENT);
    }

    private static String firstCity() throws Exception {
        return member("Operations", "[Area].[Managed].[Company]")
                .getChildMembers()
                .getFirst()
                .getUniqueName();
    }

    private static CellAddress cell(String cube, String measure, String unit) throws Exception {
        return new CellAddress(
                CUBES.connection().getOlapSchema().getCubes().get(cube),
                List.of(member(cube, "[Measures].[" + measure + "]"), member(cube, MONTH), member(cube, unit)));
    }

    private static Member member(String cube, String name) throws Exception {
        Cube found = CUBES.connection().getOlapSchema().getCubes().get(cube);
        Member member = found.lookupMember(IdentifierNode.parseIdentifier(name).getSegmentList());
        assertThat(member).as(name).isNotNull();
        return member;
    }
}
