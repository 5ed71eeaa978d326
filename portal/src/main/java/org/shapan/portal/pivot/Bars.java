package org.shapan.portal.pivot;

import java.util.HashMap;
import java.util.Map;

/** Tints behind figures: one scale for each measure over its details, none for ratios and negative figures. */
record Bars(Map<String, Double> largest, GridContent content) {
    private static final int FULL = 100;
    private static final int MOST_CELLS = 200_000;

    static Bars of(GridContent content) {
        Map<String, Double> largest = new HashMap<>();
        Map<String, Boolean> ratios = new HashMap<>();
        if ((long) content.rowCount() * content.columnCount() <= MOST_CELLS) {
            for (int row = 0; row < content.rowCount(); row++) {
                for (int column = 0; column < content.columnCount(); column++) {
                    double number = detail(content, row, column) ? content.number(row, column) : Double.NaN;
                    if (number > 0 && !ratio(content, row, column, ratios)) {
                        largest.merge(content.measure(row, column), number, Math::max);
                    }
                }
            }
        }
        return new Bars(largest, content);
    }

    /** A measure is written in one way, so that one of its figures tells. */
    private static boolean ratio(GridContent content, int row, int column, Map<String, Boolean> known) {
        return known.computeIfAbsent(
                content.measure(row, column),
                measure -> content.text(row, column).endsWith("%"));
    }

    /** Per cent of the largest figure of the measure; 0 where there is no bar. */
    int share(int row, int column, double number) {
        if (largest.isEmpty() || !(number > 0) || !detail(content, row, column)) {
            return 0;
        }
        Double most = largest.get(content.measure(row, column));
        return most == null ? 0 : (int) Math.round(number / most * FULL);
    }

    private static boolean detail(GridContent content, int row, int column) {
        return content.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL
                && content.columns().lines().get(column).kind() == AxisLine.Kind.DETAIL;
    }
}
