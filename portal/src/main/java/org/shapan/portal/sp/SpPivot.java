package org.shapan.portal.sp;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
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
        return href(rows, SpPresenter.CUBE, List.of(measure), board.monthMember());
    }

    /** The pivot of measures of a company or code. */
    static String of(SpUnit unit, String cube, List<String> measures, String month) {
        boolean line = unit.member().startsWith(SpPresenter.LINES + ".");
        String hierarchy = line ? SpPresenter.LINES : SpPresenter.COMPANIES;
        long depth = unit.member().chars().filter(c -> c == '[').count() - 2;
        String level = (line ? List.of("Line", "Company", "Code") : List.of("Company", "Code")).get((int) depth - 1);
        AxisField rows = AxisField.of(hierarchy, hierarchy + ".[" + level + "]").pick(List.of(unit.member()));
        return href(rows, cube, measures, month);
    }

    private static String href(AxisField rows, String cube, List<String> measures, String month) {
        PivotModel model = PivotModel.of(cube)
                .withAxes(List.of(rows), List.of())
                .withMeasures(measures.stream()
                        .map(measure -> "[Measures].[" + measure + "]")
                        .toList())
                .withFilters(List.of(new FilterField("[Time].[Calendar]", List.of(month))));
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }
}
