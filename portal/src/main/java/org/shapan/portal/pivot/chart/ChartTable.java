package org.shapan.portal.pivot.chart;

import java.util.List;

/**
 * What a chart draws.
 *
 * @param categories names along the axis
 * @param groups name of what each category lies in; "" for none
 * @param series figures of one measure, one for each category
 * @param second the next measure for the categories; null: there is none
 * @param timed whether the categories are periods
 * @param ratio whether the measure is a ratio, whose parts do not add up
 */
public record ChartTable(
        List<String> categories,
        List<String> groups,
        List<Series> series,
        Series second,
        boolean timed,
        boolean ratio) {
    /**
     * A row of figures.
     *
     * @param name of what they are of
     * @param values NaN: no data
     * @param cells where each stands in the grid: {@code row:column}
     */
    public record Series(String name, List<Double> values, List<String> cells) {
        public Series {
            values = List.copyOf(values);
            cells = List.copyOf(cells);
        }
    }

    public ChartTable {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /** Whether a figure is below zero. */
    public boolean negative() {
        return series.stream().anyMatch(row -> row.values().stream().anyMatch(value -> value < 0));
    }
}
