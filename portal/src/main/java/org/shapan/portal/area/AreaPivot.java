package org.shapan.portal.area;

import org.shapan.portal.link.AreaPivotLink;

/** The pivot that shows a tile's figure with the parts it is made of, under the filters of the board. */
final class AreaPivot {
    private AreaPivot() {}

    static String href(AreaBoard board, AreaKpi kpi) {
        Unit area = board.area().unit();
        return AreaPivotLink.of(
                kpi == AreaKpi.E_CHANNEL ? AreaPresenter.CHANNELS : AreaPresenter.OPERATIONS,
                kpi.measure(),
                area.uniqueName(),
                area.level(),
                board.monthMember(),
                board.state().brand());
    }
}
