package org.shapan.portal.pivot.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

        private Series in(List<Integer> order) {
            return new Series(
                    name,
                    order.stream().map(values::get).toList(),
                    order.stream().map(cells::get).toList());
        }
    }

    public ChartTable {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /** The same with the categories in the order of the first series' figures, the largest first, those without data last. */
    public ChartTable largestFirst() {
        List<Double> figures = series.getFirst().values();
        List<Integer> order = IntStream.range(0, figures.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -figures.get(i)))
                .toList();
        return new ChartTable(
                order.stream().map(categories::get).toList(),
                order.stream().map(groups::get).toList(),
                series.stream().map(row -> row.in(order)).toList(),
                second == null ? null : second.in(order),
                timed,
                ratio);
    }

    /** Whether a figure is below zero. */
    public boolean negative() {
        return series.stream().anyMatch(row -> row.values().stream().anyMatch(value -> value < 0));
    }
}
