package org.shapan.portal.monitor;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.monitor.MonitorPage.Drawing;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A block as bars of one figure or as points of two. */
final class BlockChart {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int MOST_BARS = 12;

    /** Points whose figures the menu lists; all of them stand in the table beside the drawing. */
    private static final int MOST_LISTED = 8;

    private final MonitorText text;
    private final Words words;
    private final MonitorQuestions questions;

    BlockChart(MonitorText text, Words words, MonitorQuestions questions) {
        this.text = text;
        this.words = words;
        this.questions = questions;
    }

    /** Empty where the block is not drawn, or the role does not show its figures. */
    Optional<Component> draw(Rows block) {
        Drawing drawing = block.block().drawing();
        Optional<Metric> x = metric(block, drawing.x());
        Optional<Metric> y = metric(block, drawing.y());
        if (x.isEmpty() || block.rows().isEmpty()) {
            return Optional.empty();
        }
        String title = y.isEmpty()
                ? block.captions().get(x.get())
                : block.captions().get(x.get()) + " × " + block.captions().get(y.get());
        Chart chart = new Chart(title);
        List<Metric> metrics = Stream.of(x, y).flatMap(Optional::stream).toList();
        List<Row> rows = drawn(block, metrics);
        chart.setOption(y.isEmpty() ? bars(rows, x.get()) : points(block, rows, x.get(), y.get()));
        Numbers.ofChart(
                chart,
                point -> point.in(rows).map(row -> asked(block, row, metrics)).orElseGet(List::of));
        int listed = y.isEmpty() ? rows.size() : MOST_LISTED;
        return Optional.of(new Card(title)
                .tools(Numbers.button(
                        words.get("explain.menu"),
                        () -> Numbers.listed(rows.stream()
                                .limit(listed)
                                .flatMap(row -> asked(block, row, metrics).stream())
                                .toList())))
                .body(chart));
    }

    /** What a bar or point asks. */
    private List<NumberQuestion> asked(Rows block, Row row, List<Metric> metrics) {
        return metrics.stream()
                .flatMap(metric -> questions.cell(block, row, metric).stream())
                .toList();
    }

    /** The rows that are drawn, in the order of the drawing. */
    private static List<Row> drawn(Rows block, List<Metric> metrics) {
        List<Row> known = block.rows().stream()
                .filter(row ->
                        metrics.stream().allMatch(metric -> row.value(metric).isPresent()))
                .toList();
        if (metrics.size() > 1) {
            return known;
        }
        return block.block().drawing().kind() == Drawing.Kind.IN_ORDER
                ? known.stream().sorted(Comparator.comparingInt(Row::ordinal)).toList()
                : known.stream()
                        .sorted(Comparator.comparingDouble((Row row) ->
                                        row.value(metrics.getFirst()).orElseThrow())
                                .reversed())
                        .limit(MOST_BARS)
                        .toList();
    }

    private static Optional<Metric> metric(Rows block, String measure) {
        return block.captions().keySet().stream()
                .filter(metric -> metric.measure().equals(measure))
                .findFirst();
    }

    private ObjectNode bars(List<Row> rows, Metric metric) {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 118).put("right", 76).put("top", 6).put("bottom", 8);
        option.putObject("xAxis").put("type", "value").put("show", false);
        ObjectNode y = option.putObject("yAxis").put("type", "category").put("inverse", true);
        y.putObject("axisLabel").put("width", 108).put("overflow", "truncate");
        ObjectNode series =
                option.putArray("series").addObject().put("type", "bar").put("barMaxWidth", 14);
        series.putObject("itemStyle").put("color", "$measure");
        ArrayNode names = y.putArray("data");
        ArrayNode data = series.putArray("data");
        for (Row row : rows) {
            double value = row.value(metric).orElseThrow();
            names.add(row.name());
            data.addObject()
                    .put("value", value)
                    .putObject("label")
                    .put("show", true)
                    .put("position", value < 0 ? "left" : "right")
                    .put("color", "$ink")
                    .put("formatter", text.full(metric, row));
        }
        return option;
    }

    private ObjectNode points(Rows block, List<Row> rows, Metric x, Metric y) {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 62).put("right", 26).put("top", 28).put("bottom", 40);
        option.putObject("tooltip").put("trigger", "item").put("formatter", "{b}");
        ObjectNode xAxis = option.putObject("xAxis")
                .put("type", "value")
                .put("name", block.captions().get(x));
        xAxis.put("nameLocation", "middle")
                .put("nameGap", 24)
                .putObject("splitLine")
                .put("show", true);
        xAxis.putObject("axisLabel").put("hideOverlap", true);
        ObjectNode yAxis = option.putObject("yAxis")
                .put("type", "value")
                .put("name", block.captions().get(y));
        yAxis.put("nameGap", 10).putObject("nameTextStyle").put("align", "left");
        ObjectNode series =
                option.putArray("series").addObject().put("type", "scatter").put("symbolSize", 9);
        series.putObject("itemStyle").put("color", "$measure").put("opacity", 0.75);
        ArrayNode data = series.putArray("data");
        for (Row row : rows) {
            ObjectNode point =
                    data.addObject().put("name", row.name() + "  " + text.full(x, row) + "  " + text.full(y, row));
            point.putArray("value")
                    .add(tenths(row.value(x).getAsDouble()))
                    .add(tenths(row.value(y).getAsDouble()));
        }
        return option;
    }

    /** As exact as the finest figure drawn is written. */
    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
