package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages by day and hour (guide 7): hours down, days across; the found segment is repeated as a sentence. */
final class HeatCard {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SpCompanyBoard board;
    private final Words words;
    private final Figures figures;

    HeatCard(SpCompanyBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
    }

    Component draw() {
        HeatMap heat = board.heat();
        String title = words.get("sp.heat");
        if (heat.total() == 0) {
            Span none = new Span(words.get("sp.heat.none"));
            none.addClassName("hint");
            return new Card(title).body(none);
        }
        Chart chart = new Chart(title);
        chart.setOption(option(heat));
        Span segment = new Span(sentence(heat));
        segment.addClassName("hint");
        Div body = new Div(chart, segment);
        body.addClassName("heat");
        return new Card(title)
                .remark(words.get("sp.heat.remark"))
                .tools(new Span("0 – " + figures.number(heat.largest(), 0)))
                .body(body);
    }

    private String sentence(HeatMap heat) {
        double total = heat.total();
        String days = heat.largestDays().stream()
                .sorted()
                .map(day -> Integer.toString(day + 1))
                .collect(Collectors.joining(words.get("sp.heat.joint")));
        double burst = heat.largestDays().stream().mapToDouble(heat::day).sum();
        int hour = heat.largestHour();
        return words.get(
                "sp.heat.sentence",
                days,
                figures.ratio(burst / total, 1),
                "%02d:00".formatted(hour),
                figures.ratio(heat.hour(hour) / total, 1));
    }

    private static ObjectNode option(HeatMap heat) {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 42).put("right", 4).put("top", 4).put("bottom", 22);
        option.putObject("tooltip").put("position", "top");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        ArrayNode days = x.putArray("data");
        for (int day = 1; day <= heat.days(); day++) {
            days.add(Integer.toString(day));
        }
        x.putObject("axisLabel").put("interval", 4);
        x.putObject("axisTick").put("show", false);
        ObjectNode y = option.putObject("yAxis").put("type", "category").put("inverse", true);
        ArrayNode hours = y.putArray("data");
        for (int hour = 0; hour < heat.cells().length; hour++) {
            hours.add("%02d:00".formatted(hour));
        }
        y.putObject("axisLabel").put("interval", 5);
        y.putObject("axisTick").put("show", false);
        ObjectNode scale =
                option.putObject("visualMap").put("show", false).put("min", 0).put("max", heat.largest());
        scale.putObject("inRange").put("color", "$sequential");
        ObjectNode series =
                option.putArray("series").addObject().put("type", "heatmap").put("name", "MT");
        series.putObject("itemStyle").put("borderWidth", 1).put("borderColor", "$surface");
        ArrayNode data = series.putArray("data");
        for (int hour = 0; hour < heat.cells().length; hour++) {
            for (int day = 0; day < heat.days(); day++) {
                data.addArray().add(day).add(hour).add(heat.cells()[hour][day]);
            }
        }
        return option;
    }
}
