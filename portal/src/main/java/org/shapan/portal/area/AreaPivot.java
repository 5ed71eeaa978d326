package org.shapan.portal.area;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;

/** The pivot that shows a tile's figure with the parts it is made of, under the filters of the board. */
final class AreaPivot {
    private AreaPivot() {}

    static String href(AreaBoard board, AreaKpi kpi) {
        Unit area = board.area().unit();
        String level = level(area.level());
        boolean whole = area.level() == UnitLevel.COMPANY;
        AxisField rows = AxisField.of(AreaUnit.HIERARCHY, AreaUnit.HIERARCHY + ".[" + level + "]");
        if (!whole) {
            rows = rows.pick(List.of(area.uniqueName())).toggle(area.uniqueName());
        }
        List<FilterField> filters = new ArrayList<>();
        filters.add(new FilterField("[Time].[Calendar]", List.of(board.monthMember())));
        if (board.state().brand() != null) {
            filters.add(new FilterField("[Brand]", List.of(board.state().brand())));
        }
        PivotModel model = PivotModel.of(kpi == AreaKpi.E_CHANNEL ? AreaPresenter.CHANNELS : AreaPresenter.OPERATIONS)
                .withAxes(List.of(rows), List.of())
                .withMeasures(List.of("[Measures].[" + kpi.measure() + "]"))
                .withFilters(filters);
        return new Location(PivotLink.ROUTE, new QueryParameters(PivotLink.write(model))).getPathWithQueryParameters();
    }

    private static String level(UnitLevel level) {
        return switch (level) {
            case COMPANY, CITY -> "City";
            case BRANCH -> "Branch";
            case MICRO_AREA -> "Micro area";
            case GROUP, CHANNEL, CUSTOMER -> "Owner";
        };
    }
}
