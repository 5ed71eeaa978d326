package org.shapan.reports.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shapan.reports.chart.BarChart.Bar;
import org.shapan.reports.insight.ReportState;

/** Charts for image expressions, made from the rows of a dataset. */
public final class Charts {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private Charts() {}

    /**
     * A trend over the rows' months. Fields read: {@code month} (name such as 201003), {@code value}, and where the
     * dataset has them {@code previousYear}, {@code expected}, {@code low}, {@code high}, {@code state}.
     *
     * @param divisor figures are divided by it to reach the unit of the chart
     * @param labelEvery one month label in that many
     * @param festival label of the Spring Festival column
     */
    public static Object trend(
            List<Map<String, Object>> rows, long divisor, int digits, int labelEvery, String festival) {
        List<TrendPoint> points = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            points.add(new TrendPoint(
                    YearMonth.parse(String.valueOf(row.get("month")), MONTH),
                    scaled(row.get("value"), divisor),
                    scaled(row.get("previousYear"), divisor),
                    scaled(row.get("expected"), divisor),
                    scaled(row.get("low"), divisor),
                    scaled(row.get("high"), divisor),
                    row.get("state") instanceof ReportState state ? state : ReportState.NONE));
        }
        return new TrendChart(points, digits, festival, labelEvery);
    }

    /** Bars of the first {@code limit} rows that have a {@code value}, labelled by their field {@code caption}. */
    public static Object bars(List<Map<String, Object>> rows, int limit, long divisor, int digits) {
        return new BarChart(
                rows.stream()
                        .filter(row -> row.get("value") != null)
                        .limit(limit)
                        .map(row -> bar(row, divisor))
                        .toList(),
                digits);
    }

    /**
     * Columns of the largest rows by {@code value} with their running share of the total row, or of the sum of all rows when there is
     * no row with {@code total}; rows without a value above 0 are left out.
     */
    public static Object pareto(List<Map<String, Object>> rows, int limit, long divisor, int digits) {
        List<Bar> bars = rows.stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("total")))
                .map(row -> bar(row, divisor))
                .filter(bar -> bar.value() > 0)
                .sorted(Comparator.comparingDouble(Bar::value).reversed())
                .toList();
        double whole = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("total")))
                .mapToDouble(row -> bar(row, divisor).value())
                .findFirst()
                .orElseGet(() -> bars.stream().mapToDouble(Bar::value).sum());
        return new ParetoChart(bars.stream().limit(limit).toList(), whole, digits);
    }

    private static Bar bar(Map<String, Object> row, long divisor) {
        BigDecimal value = scaled(row.get("value"), divisor);
        return new Bar(String.valueOf(row.get("caption")), value == null ? 0 : value.doubleValue());
    }

    private static BigDecimal scaled(Object value, long divisor) {
        return value instanceof BigDecimal number
                ? number.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64)
                : null;
    }
}
