package org.shapan.portal.pivot.chart;

import java.util.ArrayList;
import java.util.List;

/** A kind of chart. */
public enum ChartKind {
    BAR,
    STACKED,
    LINE,
    AREA,
    /** Bars of one measure, a line of the next on an axis of its own. */
    COMBO,
    PIE,
    TREEMAP,
    HEATMAP,
    /** One measure against the next. */
    SCATTER,
    WATERFALL;

    /** The kind that suits a table: lines for periods, stacks for parts of an amount, else bars. */
    public static ChartKind of(ChartTable table) {
        if (table.timed() && table.categories().size() > 2) {
            return LINE;
        }
        return table.series().size() > 1 && !table.ratio() && !table.negative() ? STACKED : BAR;
    }

    /** The kinds that a table can be drawn as without being false: parts of a whole must add up, two measures must be there. */
    public static List<ChartKind> fitting(ChartTable table) {
        List<ChartKind> kinds = new ArrayList<>(List.of(BAR, LINE, HEATMAP));
        if (!table.ratio()) {
            kinds.add(WATERFALL);
            if (!table.negative()) {
                kinds.addAll(List.of(STACKED, AREA, PIE, TREEMAP));
            }
        }
        if (table.second() != null) {
            kinds.addAll(List.of(COMBO, SCATTER));
        }
        kinds.sort(null);
        return kinds;
    }
}
