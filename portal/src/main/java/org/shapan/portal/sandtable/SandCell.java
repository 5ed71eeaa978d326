package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.portal.board.JudgedFigure;

/** An indicator of an area in a month. */
public record SandCell(SandKpi kpi, SandUnit unit, JudgedFigure figure) {
    public SandCell {
        requireNonNull(kpi, "kpi is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(figure, "figure is null");
    }

    public OptionalDouble value() {
        return figure.value();
    }

    public State state() {
        return figure.state();
    }
}
