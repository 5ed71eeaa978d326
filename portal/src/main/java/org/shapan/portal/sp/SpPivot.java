package org.shapan.portal.sp;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;

/** The pivot that shows a tile's figure by company, or by the companies of the line. */
final class SpPivot {
    private SpPivot() {}

    static String href(SpBoard board, SpKpi kpi) {
        return href(board, kpi.measure());
    }

    static String href(SpBoard board, String measure) {
        String line = board.state().line();
        AxisField rows = AxisField.of(SpPresenter.COMPANIES, SpPresenter.COMPANIES + ".[Company]");
        if (line != null) {
            String member = SpPresenter.LINES + ".[" + line + "]";
            rows = AxisField.of(SpPresenter.LINES, SpPresenter.LINES + ".[Line]")
                    .pick(List.of(member))
                    .toggle(member);
        }
        return href(
                rows,
                SpPresenter.CUBE,
                List.of(measure),
                List.of(new FilterField(CalendarMonths.HIERARCHY, List.of(board.monthMember()))));
    }

    /** The pivot of measures of a company or code. */
    static String of(SpUnit unit, String cube, List<String> measures, String month) {
        return href(rows(unit), cube, measures, List.of(new FilterField(CalendarMonths.HIERARCHY, List.of(month))));
    }

    /** The pivot of measures of a company or code: what else the cell lies at becomes filters. */
    static String of(SpUnit unit, String cube, List<String> measures, CubeCell cell) {
        List<FilterField> filters = cell.members().stream()
                .map(MemberName::uniqueName)
                .filter(name -> !name.equals(unit.member()))
                .map(name -> new FilterField(
                        name.startsWith(CalendarMonths.HIERARCHY)
                                ? CalendarMonths.HIERARCHY
                                : name.substring(0, name.indexOf(']') + 1),
                        List.of(name)))
                .toList();
        return href(rows(unit), cube, measures, filters);
    }

    private static AxisField rows(SpUnit unit) {
        boolean line = unit.member().startsWith(SpPresenter.LINES + ".");
        String hierarchy = line ? SpPresenter.LINES : SpPresenter.COMPANIES;
        long depth = unit.member().chars().filter(c -> c == '[').count() - 2;
        String level = (line ? List.of("Line", "Company", "Code") : List.of("Company", "Code")).get((int) depth - 1);
        return AxisField.of(hierarchy, hierarchy + ".[" + level + "]").pick(List.of(unit.member()));
    }

    private static String href(AxisField rows, String cube, List<String> measures, List<FilterField> filters) {
        PivotModel model = PivotModel.of(cube)
                .withAxes(List.of(rows), List.of())
                .withMeasures(measures.stream()
                        .map(measure -> "[Measures].[" + measure + "]")
                        .toList())
                .withFilters(filters);
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }
}
