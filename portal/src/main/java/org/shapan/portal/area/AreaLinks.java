package org.shapan.portal.area;

import org.shapan.insight.State;
import org.shapan.portal.locate.LocateKpi;
import org.shapan.portal.locate.LocateState;

/** Where the figures of the board lead. */
final class AreaLinks {
    private AreaLinks() {}

    /** A red or yellow figure leads to where its movement comes from, any other, or one under a brand, to the pivot. */
    static String of(AreaBoard board, KpiFigure figure) {
        boolean moved = figure.state() == State.RED || figure.state() == State.YELLOW;
        return moved && board.state().brand() == null
                ? LocateKpi.ofId(figure.kpi().id())
                        .map(kpi -> locate(board, kpi, board.area()))
                        .orElseGet(() -> AreaPivot.href(board, figure.kpi()))
                : AreaPivot.href(board, figure.kpi());
    }

    /** The localisation of an indicator of the area or one of its parts. */
    static String locate(AreaBoard board, LocateKpi kpi, UnitRow row) {
        return new LocateState(
                        board.state().period(),
                        row.unit().uniqueName(),
                        kpi == LocateKpi.REVENUE ? null : kpi.id(),
                        null,
                        0)
                .href();
    }
}
