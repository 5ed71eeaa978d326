package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.SpringFestival;
import org.shapan.insight.sp.TotalRule;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Legend;
import org.shapan.portal.board.Legend.Swatch;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Trend;
import tools.jackson.databind.node.ObjectNode;

/** The trend of the fee with the band of the six months before. */
final class SpCharts {
    /** The chart is narrow: every third month is named. */
    private static final int LABEL_EVERY = 3;

    /** Companies whose points a menu lists, the worst ones; all stand in the table above. */
    private static final int MOST_LISTED = 6;

    private final SpBoard board;
    private final Words words;
    private final Figures figures;
    private final SpQuestions questions;

    SpCharts(SpBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.questions = new SpQuestions(board, words, figures);
    }

    Component trend() {
        SpRow row = board.shown();
        MonthlySeries series = row.unit().series(SpKpi.FEE);
        List<YearMonth> months = board.trendMonths();
        double largest = months.stream()
                .mapToDouble(month -> series.value(month).orElse(0))
                .max()
                .orElse(0);
        Figures.Scale scale = figures.moneyScale(largest);
        Optional<Vertical> vertical = Vertical.of(series, board.month());
        List<String> axis = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> median = new ArrayList<>();
        int festival = -1;
        for (YearMonth month : months) {
            if (SpringFestival.fallsIn(month)) {
                festival = axis.size();
            }
            boolean base = !month.isBefore(board.month().minusMonths(Vertical.BASE_MONTHS));
            axis.add(figures.axisMonth(month, axis.isEmpty()));
            actual.add(scaled(series.value(month), scale));
            median.add(
                    base && vertical.isPresent()
                            ? scaled(OptionalDouble.of(vertical.get().median()), scale)
                            : null);
        }
        State state = row.kind() == SpRow.Kind.TOTAL
                ? Marks.of(SpKpi.FEE.judge(series, board.month()))
                : Marks.of(row.state());
        Trend.Names names = new Trend.Names(
                words.get("sp.trend.actual"),
                words.get("sp.median.long"),
                words.get("sp.trend.band"),
                "",
                words.get("sp.trend.festival"));
        String last = SpText.text(
                series.value(board.month()), v -> figures.money(v, scale).value());
        Trend trend = new Trend(
                axis,
                scale.unit(),
                actual,
                vertical.isPresent() ? median : List.of(),
                TotalRule.quiet(),
                List.of(),
                festival,
                state,
                last,
                names,
                scale.decimals());
        String title = row.kind() == SpRow.Kind.TOTAL
                ? words.get("sp.trend")
                : words.get("sp.trend.of", row.unit().name());
        Chart chart = new Chart(title);
        ObjectNode option = trend.option();
        ((ObjectNode) option.at("/xAxis/axisLabel")).put("interval", LABEL_EVERY - 1);
        chart.setOption(option);
        SpTrendQuestions asked = row.kind() == SpRow.Kind.TOTAL
                ? new SpTrendQuestions(row.unit(), board.month(), kpi -> SpPivot.href(board, kpi), words, figures)
                : SpTrendQuestions.of(row.unit(), board.month(), words, figures);
        Numbers.ofChart(chart, point -> asked.at(SpKpi.FEE, point));
        return new Card(title)
                .tools(
                        new Legend().item(Swatch.MEASURE, names.actual()).item(Swatch.BAND, names.band()),
                        asks(() -> asked.all(SpKpi.FEE)))
                .body(chart);
    }

    Component scatter() {
        String title = words.get("sp.scatter");
        Chart chart = new Chart(title);
        GrowthScatter scatter = new GrowthScatter(board, words, figures);
        chart.setOption(scatter.option());
        List<SpRow> drawn = scatter.drawn();
        Numbers.ofChart(chart, point -> point.in(drawn).map(questions::point).orElseGet(List::of));
        return new Card(title)
                .tools(
                        new Span(words.get("sp.scatter.area")),
                        asks(() -> drawn.reversed().stream()
                                .limit(MOST_LISTED)
                                .flatMap(row -> questions.point(row).stream())
                                .toList()))
                .body(chart);
    }

    Component pareto() {
        String title = words.get("sp.pareto");
        Chart chart = new Chart(title);
        FeePareto pareto = new FeePareto(board, words, figures);
        AskedText first = new AskedText();
        Span remark = first.drawn(pareto.remark(questions, first));
        chart.setOption(pareto.option());
        Numbers.ofChart(
                chart,
                point -> point.in(pareto.drawn())
                        .map(row -> List.of(
                                point.series().equals(words.get("sp.pareto.cumulative"))
                                        ? questions.cumulative(pareto.until(row))
                                        : questions.value(row, SpKpi.FEE)))
                        .orElseGet(List::of));
        return new Card(title)
                .tools(
                        remark,
                        asks(() -> pareto.drawn().stream()
                                .flatMap(row -> Stream.of(
                                        questions.value(row, SpKpi.FEE), questions.cumulative(pareto.until(row))))
                                .toList()))
                .body(chart);
    }

    private Component asks(Supplier<List<NumberQuestion>> listed) {
        return Numbers.button(words.get("explain.menu"), () -> Numbers.listed(listed.get()));
    }

    private static Double scaled(OptionalDouble value, Figures.Scale scale) {
        return value.isPresent() ? Math.rint(value.getAsDouble() / scale.divisor() * 1000) / 1000 : null;
    }
}
