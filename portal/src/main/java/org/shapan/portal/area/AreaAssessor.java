package org.shapan.portal.area;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.FluctuationRule.Verdict;
import org.shapan.insight.Judge;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.board.Form;
import org.shapan.portal.insight.CellCoordinates;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.CellAddress;
import org.shapan.reports.insight.ReportState;

/** Judges cells of reports as the area board judges them. */
public final class AreaAssessor {
    private static final MdxTemplate PLAIN = MdxTemplate.of(AreaAssessor.class, "assess.mdx");
    private static final MdxTemplate FILTERED = MdxTemplate.of(AreaAssessor.class, "assess-filtered.mdx");

    private AreaAssessor() {}

    /** One assessment per cell of one cube, in the order asked; absent for a measure that the board does not judge. */
    public static List<Assessment> assess(OlapConnection connection, List<CellAddress> cells) throws OlapException {
        List<Optional<CellCoordinates>> places = new ArrayList<>();
        for (CellAddress cell : cells) {
            places.add(CellCoordinates.of(cell, List.of(AreaUnit.HIERARCHY))
                    .filter(place -> AreaKpi.ofMeasure(place.measure()).isPresent()));
        }
        List<Assessment> assessments = new ArrayList<>(Collections.nCopies(cells.size(), Assessment.ABSENT));
        for (Map.Entry<List<MemberName>, List<Integer>> group :
                CellCoordinates.byContext(places).entrySet()) {
            List<CellCoordinates> together = group.getValue().stream()
                    .map(i -> places.get(i).orElseThrow())
                    .toList();
            Together figures = Together.read(connection, together, group.getKey());
            for (int i = 0; i < together.size(); i++) {
                assessments.set(group.getValue().get(i), figures.assess(together.get(i)));
            }
        }
        return assessments;
    }

    /** The history behind cells under the same filters. */
    private record Together(FigureHistory history, Member top) {
        static Together read(OlapConnection connection, List<CellCoordinates> cells, List<MemberName> context)
                throws OlapException {
            Cube cube = cells.getFirst().cube();
            Member top = Members.find(cube, AreaUnit.HIERARCHY, Members.defaultName(cube, AreaUnit.HIERARCHY))
                    .orElseThrow(() -> new OlapException(cube.getName() + " has no areas"));
            Map<String, Member> units = new LinkedHashMap<>();
            Set<MemberName> measures = new LinkedHashSet<>();
            YearMonth last = cells.getFirst().month();
            for (CellCoordinates cell : cells) {
                for (Member member = cell.unit() == null ? top : cell.unit();
                        member != null && units.putIfAbsent(member.getUniqueName(), member) == null;
                        member = member.getParentMember()) {
                    // the unit above is needed to judge, and so on up
                }
                measures.add(measure(cell.measure()));
                last = last.isAfter(cell.month()) ? last : cell.month();
            }
            if (cube.getMeasures().stream()
                    .anyMatch(measure -> measure.getName().equals(Judge.CUSTOMERS))) {
                measures.add(measure(Judge.CUSTOMERS));
            }
            Map<String, List<MemberName>> parameters = Members.with(
                    CalendarMonths.of(cube, last).span(last, AreaPresenter.HISTORY_MONTHS),
                    "units",
                    Members.names(new ArrayList<>(units.values())));
            parameters = Members.with(parameters, "measures", new ArrayList<>(measures));
            parameters = Members.with(parameters, "cube", List.of(new MemberName("[" + cube.getName() + "]")));
            String mdx = context.isEmpty()
                    ? PLAIN.with(parameters)
                    : FILTERED.with(Members.with(parameters, "context", context));
            return new Together(FigureHistory.query(connection, mdx), top);
        }

        private static MemberName measure(String name) {
            return new MemberName("[Measures].[" + name + "]");
        }

        Assessment assess(CellCoordinates cell) throws OlapException {
            AreaKpi kpi = AreaKpi.ofMeasure(cell.measure()).orElseThrow();
            Member unit = cell.unit() == null ? top : cell.unit();
            if (kpi == AreaKpi.E_CHANNEL && !unit.isAll()) {
                return Assessment.ABSENT;
            }
            UnitLevel level = AreaUnit.level(unit);
            Member parent = unit.getParentMember();
            Verdict verdict = Judge.judge(
                    kpi.indicator(),
                    level,
                    history.series(unit.getUniqueName(), kpi.measure()),
                    parent == null ? null : history.series(parent.getUniqueName(), kpi.measure()),
                    kpi.isOfCustomers() ? history.series(unit.getUniqueName(), Judge.CUSTOMERS) : null,
                    cell.month());
            BigDecimal expected = verdict.expected().isPresent()
                    ? BigDecimal.valueOf(verdict.expected().getAsDouble())
                    : null;
            boolean hasBand = expected != null && kpi.indicator().band() == null && kpi.form() != Form.BALANCE;
            return new Assessment(
                    expected,
                    hasBand ? times(expected, 1 - level.fluctuation().yellow()) : null,
                    hasBand ? times(expected, 1 + level.fluctuation().yellow()) : null,
                    ReportState.valueOf(verdict.state().name()));
        }

        private static BigDecimal times(BigDecimal value, double factor) {
            return value.multiply(BigDecimal.valueOf(factor), MathContext.DECIMAL64);
        }
    }
}
