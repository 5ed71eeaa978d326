package org.shapan.portal.sp;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpCodes;
import org.shapan.insight.sp.SpScore;
import org.shapan.insight.sp.SpVerdict;
import org.shapan.insight.sp.TotalRule;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.insight.CellCoordinates;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.CellAddress;
import org.shapan.reports.insight.ReportState;

/**
 * Judges cells of reports as the SP board judges them: totals and lines against the median of six months, the fee of a company by its
 * anomaly score.
 */
public final class SpAssessor {
    /** The cube whose cells are judged here. */
    public static final String CUBE = "SP";

    private static final MdxTemplate UNITS = MdxTemplate.of(SpAssessor.class, "assess.mdx");
    private static final MdxTemplate UNITS_FILTERED = MdxTemplate.of(SpAssessor.class, "assess-filtered.mdx");
    private static final List<String> HIERARCHIES = List.of(SpPresenter.LINES, SpPresenter.COMPANIES);
    private static final String COMPANY_LEVEL = "Company";

    private SpAssessor() {}

    /** One assessment per cell, in the order asked; absent for a measure that the board does not judge. */
    public static List<Assessment> assess(OlapConnection connection, List<CellAddress> cells) throws OlapException {
        List<Optional<CellCoordinates>> places = new ArrayList<>();
        for (CellAddress cell : cells) {
            places.add(CellCoordinates.of(cell, HIERARCHIES)
                    .filter(place -> SpKpi.ofMeasure(place.measure()).isPresent()));
        }
        List<Assessment> assessments = new ArrayList<>(Collections.nCopies(cells.size(), Assessment.ABSENT));
        for (Map.Entry<List<MemberName>, List<Integer>> group :
                CellCoordinates.byContext(places).entrySet()) {
            for (String hierarchy : HIERARCHIES) {
                List<Integer> positions = group.getValue().stream()
                        .filter(i -> hierarchy.equals(hierarchy(places.get(i).orElseThrow())))
                        .toList();
                if (!positions.isEmpty()) {
                    List<CellCoordinates> together = positions.stream()
                            .map(i -> places.get(i).orElseThrow())
                            .toList();
                    Together figures = Together.read(connection, hierarchy, together, group.getKey());
                    for (int i = 0; i < together.size(); i++) {
                        assessments.set(positions.get(i), figures.assess(together.get(i)));
                    }
                }
            }
        }
        return assessments;
    }

    private static String hierarchy(CellCoordinates cell) {
        return cell.unit() == null
                ? SpPresenter.LINES
                : cell.unit().getHierarchy().getUniqueName();
    }

    /** The history behind cells of one hierarchy under the same filters, and the companies' verdicts by month. */
    private record Together(
            FigureHistory history, Member top, Map<YearMonth, Map<String, SpVerdict>> verdicts, boolean filtered) {
        static Together read(
                OlapConnection connection, String hierarchy, List<CellCoordinates> cells, List<MemberName> context)
                throws OlapException {
            Cube cube = cells.getFirst().cube();
            Member top = Members.find(cube, hierarchy, Members.defaultName(cube, hierarchy))
                    .orElseThrow(() -> new OlapException(cube.getName() + " has no " + hierarchy));
            Map<String, Member> units = new LinkedHashMap<>();
            Set<MemberName> measures = new LinkedHashSet<>();
            Set<YearMonth> judged = new LinkedHashSet<>();
            YearMonth first = cells.getFirst().month();
            YearMonth last = first;
            for (CellCoordinates cell : cells) {
                Member unit = cell.unit() == null ? top : cell.unit();
                units.put(unit.getUniqueName(), unit);
                measures.add(new MemberName("[Measures].[" + cell.measure() + "]"));
                first = first.isBefore(cell.month()) ? first : cell.month();
                last = last.isAfter(cell.month()) ? last : cell.month();
                if (isCompany(unit)) {
                    judged.add(cell.month());
                }
            }
            CalendarMonths months = CalendarMonths.of(cube, last);
            int span = (int) first.until(last, ChronoUnit.MONTHS) + 1 + Vertical.BASE_MONTHS;
            Map<String, List<MemberName>> parameters =
                    Members.with(months.span(last, span), "units", Members.names(new ArrayList<>(units.values())));
            parameters = Members.with(parameters, "measures", new ArrayList<>(measures));
            String mdx = context.isEmpty()
                    ? UNITS.with(parameters)
                    : UNITS_FILTERED.with(Members.with(parameters, "context", context));
            FigureHistory history = FigureHistory.query(connection, mdx);
            Map<YearMonth, Map<String, SpVerdict>> verdicts = new HashMap<>();
            if (context.isEmpty()) {
                for (YearMonth month : judged) {
                    verdicts.put(month, verdicts(connection, cube, months, month));
                }
            }
            return new Together(history, top, verdicts, !context.isEmpty());
        }

        /** By code of the company, over all its lines. */
        private static Map<String, SpVerdict> verdicts(
                OlapConnection connection, Cube cube, CalendarMonths months, YearMonth month) throws OlapException {
            Member lines = Members.find(cube, SpPresenter.LINES, Members.defaultName(cube, SpPresenter.LINES))
                    .orElseThrow();
            SpCodes codes = SpCodes.below(cube, lines, months, month);
            try {
                List<SpCode> all =
                        codes.read(codes.history(connection), codes.peakHours(connection), codes.threeDays(connection));
                return new SpScore(Parameters.current()).companies(all, month);
            } catch (OlapException e) {
                throw e;
            } catch (SQLException e) {
                throw new OlapException("the codes cannot be read", e);
            }
        }

        private static boolean isCompany(Member unit) {
            return unit.getLevel().getName().equals(COMPANY_LEVEL);
        }

        Assessment assess(CellCoordinates cell) {
            SpKpi kpi = SpKpi.ofMeasure(cell.measure()).orElseThrow();
            Member unit = cell.unit() == null ? top : cell.unit();
            MonthlySeries series = history.series(unit.getUniqueName(), kpi.measure());
            Optional<Vertical> vertical = Vertical.of(series, cell.month());
            State state = isCompany(unit) ? ofCompany(kpi, unit, cell.month()) : kpi.judge(series, cell.month());
            return new Assessment(
                    vertical.map(v -> BigDecimal.valueOf(v.median())).orElse(null),
                    vertical.map(v -> BigDecimal.valueOf(v.median() * (1 - TotalRule.quiet())))
                            .orElse(null),
                    vertical.map(v -> BigDecimal.valueOf(v.median() * (1 + TotalRule.quiet())))
                            .orElse(null),
                    ReportState.valueOf(state.name()));
        }

        /** The score colours the fee, by which the company is listed; it is not known under filters of customers. */
        private State ofCompany(SpKpi kpi, Member unit, YearMonth month) {
            SpVerdict verdict = verdicts.getOrDefault(month, Map.of()).get(unit.getName());
            return kpi != SpKpi.FEE || filtered || verdict == null ? State.NONE : verdict.state();
        }
    }
}
