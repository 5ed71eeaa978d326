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
        String line = board.state().line();
        AxisField rows = AxisField.of(SpPresenter.COMPANIES, SpPresenter.COMPANIES + ".[Company]");
        if (line != null) {
            String member = SpPresenter.LINES + ".[" + line + "]";
            rows = AxisField.of(SpPresenter.LINES, SpPresenter.LINES + ".[Line]")
                    .pick(List.of(member))
                    .toggle(member);
        }
        PivotModel model = PivotModel.of(SpPresenter.CUBE)
                .withAxes(List.of(rows), List.of())
                .withMeasures(List.of("[Measures].[" + kpi.measure() + "]"))
                .withFilters(List.of(new FilterField("[Time].[Calendar]", List.of(board.monthMember()))));
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }
}
