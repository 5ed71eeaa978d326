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
import org.shapan.reports.chart.ColumnChart.Line;
import org.shapan.reports.chart.StageChart.Stage;
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

    /** Bars of the first {@code limit} rows that have a {@code value} and are no total, labelled by their field {@code caption}. */
    public static Object bars(List<Map<String, Object>> rows, int limit, long divisor, int digits) {
        return new BarChart(
                rows.stream()
                        .filter(row -> row.get("value") != null && !Boolean.TRUE.equals(row.get("total")))
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
        List<Bar> largest = bars.stream().limit(limit).toList();
        List<Double> shares = new ArrayList<>();
        double sum = 0;
        for (Bar bar : largest) {
            sum += bar.value();
            shares.add(sum / whole * 100);
        }
        return new ColumnChart(largest, digits, false, new Line(shares, 100, 0, "%"));
    }

    /** A column for the {@code value} of each row in their order, and a line for its field {@code line} on the right axis. */
    public static Object columns(List<Map<String, Object>> rows, int digits, int lineDigits) {
        List<Double> line = rows.stream()
                .map(row -> row.get("line") instanceof BigDecimal value ? value.doubleValue() : Double.NaN)
                .toList();
        double highest = line.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(d -> d)
                .max()
                .orElse(1);
        return new ColumnChart(
                rows.stream().map(row -> bar(row, 1)).toList(),
                digits,
                true,
                new Line(line, Scale.fromZero(highest).to(), lineDigits, ""));
    }

    /** Rows in pairs, a whole and its part, each pair on a scale of its own; labelled by the part's {@code caption}. */
    public static Object parts(List<Map<String, Object>> rows) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            Bar part = bar(rows.get(i + 1), 1);
            stages.add(new Stage(part.label(), part.value(), bar(rows.get(i), 1).value()));
        }
        return new StageChart(stages, true);
    }

    /** A funnel: each row is a part of the one before. */
    public static Object funnel(List<Map<String, Object>> rows) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Bar bar = bar(rows.get(i), 1);
            stages.add(new Stage(
                    bar.label(),
                    bar.value(),
                    i == 0 ? 0 : bar(rows.get(i - 1), 1).value()));
        }
        return new StageChart(stages, false);
    }

    /**
     * The {@code difference} of each row, one after the other, then that of the total row. What the parts leave of it stands as a
     * step of its own when it shows in the digits given.
     *
     * @param total label of the last bar
     * @param rest label of what the parts leave
     */
    public static Object waterfall(
            List<Map<String, Object>> rows, String total, String rest, long divisor, int digits) {
        List<Bar> steps = new ArrayList<>();
        double whole = 0;
        double left = 0;
        for (Map<String, Object> row : rows) {
            if (row.get("difference") instanceof BigDecimal difference) {
                double size = scaled(difference, divisor).doubleValue();
                if (Boolean.TRUE.equals(row.get("total"))) {
                    whole = size;
                    left += size;
                } else {
                    left -= size;
                    steps.add(new Bar(String.valueOf(row.get("caption")), size));
                }
            }
        }
        if (Math.abs(left) >= 0.5 * Math.pow(10, -digits)) {
            steps.add(new Bar(rest, left));
        }
        return new WaterfallChart(steps, new Bar(total, whole), digits);
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
