package org.shapan.portal.board;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.SpringFestival;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.Legend.Swatch;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Trend;

/** Revenue of an area over 13 months with expectation, band, last year and Spring Festival. */
public final class RevenueTrend {
    private static final int MONTHS = 13;

    /** The lines of the drawing. */
    public enum Line {
        ACTUAL("areas.trend.actual"),
        EXPECTED("areas.trend.expected"),
        LAST_YEAR("areas.trend.lastYear");

        private final String key;

        Line(String key) {
            this.key = key;
        }
    }

    /** What a point of the drawing stands for: revenue where it is on no line. */
    public record Place(YearMonth month, Line line) {}

    private final Words words;
    private final Figures figures;

    public RevenueTrend(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /**
     * @param series revenue by month
     * @param level whose band is drawn
     * @param state of the last month
     * @param tool makes what stands behind the legend
     */
    public Component draw(
            String title,
            MonthlySeries series,
            YearMonth month,
            UnitLevel level,
            State state,
            Function<Chart, Component> tool) {
        List<YearMonth> months = new ArrayList<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            months.add(month.minusMonths(back));
        }
        double largest = months.stream()
                .mapToDouble(each -> Math.abs(series.value(each).orElse(0)))
                .max()
                .orElse(0);
        Figures.Scale scale = figures.moneyScale(largest);
        double band = level.fluctuation().yellow();
        String bandText = "±" + figures.ratio(band, band * 100 == Math.rint(band * 100) ? 0 : 1);
        Trend.Names names = new Trend.Names(
                words.get(Line.ACTUAL.key),
                words.get(Line.EXPECTED.key),
                bandText,
                words.get(Line.LAST_YEAR.key),
                words.get("areas.trend.festival"));
        OptionalDouble last = series.value(month);
        Trend trend = new Trend(
                axis(months),
                scale.unit(),
                values(months, series::value, scale),
                values(months, each -> Expectation.of(series, each), scale),
                band,
                values(months, each -> series.value(each.minusYears(1)), scale),
                festival(months),
                Marks.of(state),
                FigureText.text(last, v -> figures.money(v, scale).value()),
                names,
                scale.decimals());
        Chart chart = new Chart(title);
        chart.setOption(trend.option());
        Legend legend = new Legend()
                .item(Swatch.MEASURE, names.actual())
                .item(Swatch.EXPECTED, names.expected())
                .item(Swatch.BAND, bandText)
                .item(Swatch.PREVIOUS, names.lastYear());
        return new Card(title).tools(legend, tool.apply(chart)).body(chart);
    }

    /**
     * What a point of the drawing stands for.
     *
     * @param month the last one of the drawing
     */
    public Place place(Chart.Point point, YearMonth month) {
        Line line = Stream.of(Line.values())
                .filter(each -> words.get(each.key).equals(point.series()))
                .findFirst()
                .orElse(Line.ACTUAL);
        return new Place(month.minusMonths(MONTHS - 1L - point.index()), line);
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
