package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.SpringFestival;
import org.shapan.portal.board.Legend;
import org.shapan.portal.board.Legend.Swatch;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Trend;

/** Revenue of the area, or of the selected part, over 13 months with expectation, band, last year and Spring Festival. */
final class AreaTrend {
    private final AreaBoard board;
    private final Words words;
    private final Figures figures;

    AreaTrend(AreaBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
    }

    Component draw() {
        UnitRow row = board.shown();
        List<YearMonth> months = board.trendMonths();
        MonthlySeries series = row.unit().series(AreaKpi.REVENUE);
        double largest = months.stream()
                .mapToDouble(month -> Math.abs(series.value(month).orElse(0)))
                .max()
                .orElse(0);
        Figures.Scale scale = figures.moneyScale(largest);
        double band = row.unit().level().fluctuation().yellow();
        String bandText = "±" + figures.ratio(band, band * 100 == Math.rint(band * 100) ? 0 : 1);
        Trend.Names names = new Trend.Names(
                words.get("areas.trend.actual"),
                words.get("areas.trend.expected"),
                bandText,
                words.get("areas.trend.lastYear"),
                words.get("areas.trend.festival"));
        OptionalDouble last = series.value(board.month());
        Trend trend = new Trend(
                axis(months),
                scale.unit(),
                values(months, series::value, scale),
                values(months, month -> Expectation.of(series, month), scale),
                band,
                values(months, month -> series.value(month.minusYears(1)), scale),
                festival(months),
                Marks.of(row.state()),
                KpiText.text(last, v -> figures.money(v, scale).value()),
                names,
                scale.decimals());
        String title = row == board.area()
                ? words.get("areas.trend")
                : words.get("areas.trend.of", row.unit().name());
        Chart chart = new Chart(title);
        chart.setOption(trend.option());
        Legend legend = new Legend()
                .item(Swatch.MEASURE, names.actual())
                .item(Swatch.EXPECTED, names.expected())
                .item(Swatch.BAND, bandText)
                .item(Swatch.PREVIOUS, names.lastYear());
        return new Card(title).tools(legend).body(chart);
    }

    private List<String> axis(List<YearMonth> months) {
        List<String> labels = new ArrayList<>();
        for (YearMonth month : months) {
            labels.add(figures.axisMonth(month, labels.isEmpty()));
        }
        return labels;
    }

    private static int festival(List<YearMonth> months) {
        for (int i = months.size() - 1; i >= 0; i--) {
            if (SpringFestival.fallsIn(months.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Double> values(
            List<YearMonth> months, Function<YearMonth, OptionalDouble> series, Figures.Scale scale) {
        List<Double> values = new ArrayList<>();
        double fine = Math.pow(10, scale.decimals() + 1.0);
        for (YearMonth month : months) {
            OptionalDouble value = series.apply(month);
            values.add(value.isPresent() ? Math.rint(value.getAsDouble() / scale.divisor() * fine) / fine : null);
        }
        return values;
    }
}
