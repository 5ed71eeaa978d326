package org.shapan.portal.pivot.chart;

import java.util.ArrayList;
import java.util.List;

/** A kind of chart. */
public enum ChartKind {
    BAR,
    /** Bars to the right, the largest on top. */
    HORIZONTAL,
    STACKED,
    /** Stacks that all reach 100 per cent. */
    PERCENT,
    LINE,
    AREA,
    /** Bars of one measure, a line of the next on an axis of its own. */
    COMBO,
    /** Bars, the largest first, and the share that they have together. */
    PARETO,
    PIE,
    /** Rings: groups inside, their members outside. */
    SUNBURST,
    TREEMAP,
    HEATMAP,
    /** One measure against the next. */
    SCATTER,
    WATERFALL,
    /** A corner for each category, a line around for each series. */
    RADAR;

    private static final int FEWEST_CORNERS = 3;

    /** Whether the largest figures come first, and are those that are drawn where there is no room for all. */
    public boolean largestFirst() {
        return switch (this) {
            case HORIZONTAL, PARETO, PIE, SUNBURST, TREEMAP -> true;
            default -> false;
        };
    }

    /** Whether it is drawn around a point, and needs height. */
    public boolean round() {
        return this == SUNBURST || this == RADAR;
    }

    /** The kind that suits a table: lines for periods, stacks for parts of an amount, else bars. */
    public static ChartKind of(ChartTable table) {
        if (table.timed() && table.categories().size() > 2) {
            return LINE;
        }
        return table.series().size() > 1 && !table.ratio() && !table.negative() ? STACKED : BAR;
    }

    /** The kinds that a table can be drawn as without being false: parts of a whole must add up, two measures must be there. */
    public static List<ChartKind> fitting(ChartTable table) {
        List<ChartKind> kinds = new ArrayList<>(List.of(BAR, HORIZONTAL, LINE, HEATMAP));
        if (!table.ratio()) {
            kinds.add(WATERFALL);
            if (!table.negative()) {
                kinds.addAll(List.of(STACKED, AREA, PIE, TREEMAP, SUNBURST, PARETO));
                if (table.series().size() > 1) {
                    kinds.add(PERCENT);
                }
            }
        }
        if (table.categories().size() >= FEWEST_CORNERS && !table.negative()) {
            kinds.add(RADAR);
        }
        if (table.second() != null) {
            kinds.addAll(List.of(COMBO, SCATTER));
        }
        kinds.sort(null);
        return kinds;
    }
}
