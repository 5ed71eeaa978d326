package org.shapan.portal.area;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.shapan.insight.State;

/**
 * A unit with all its indicators.
 *
 * @param contribution share of the parent's difference (REV-24); empty where the parent has none
 */
public record UnitRow(Unit unit, Map<AreaKpi, KpiFigure> figures, OptionalDouble contribution) {
    public UnitRow {
        figures = new EnumMap<>(figures);
    }

    /** @param parentRow row of the unit above, null for the top */
    static UnitRow of(Unit unit, UnitRow parentRow, YearMonth month, Against against) {
        Map<AreaKpi, KpiFigure> figures = new EnumMap<>(AreaKpi.class);
        for (AreaKpi kpi : AreaKpi.values()) {
            figures.put(kpi, KpiFigure.of(kpi, unit, parentRow == null ? null : parentRow.unit(), month, against));
        }
        OptionalDouble contribution = OptionalDouble.empty();
        if (parentRow != null) {
            OptionalDouble own = figures.get(AreaKpi.REVENUE).difference();
            OptionalDouble whole = parentRow.figure(AreaKpi.REVENUE).difference();
            if (own.isPresent() && whole.isPresent() && whole.getAsDouble() != 0) {
                contribution = OptionalDouble.of(own.getAsDouble() / whole.getAsDouble());
            }
        }
        return new UnitRow(unit, figures, contribution);
    }

    public KpiFigure figure(AreaKpi kpi) {
        return figures.get(kpi);
    }

    /** The state of revenue, by which marks, treemap and breadcrumb are coloured. */
    public State state() {
        return figure(AreaKpi.REVENUE).state();
    }
}
