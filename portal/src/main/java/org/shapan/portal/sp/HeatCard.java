package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.sp.SpAnomalyState.Traffic;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Segmented;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages by day and hour (guide 7): hours down, days across; the found segment is repeated as a sentence. */
final class HeatCard {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HeatMap heat;
    private final Traffic traffic;
    private final Words words;
    private final Figures figures;
    private final SpAnomalyQuestions asked;

    /** @param traffic what the map is of */
    HeatCard(SpAnomalyBoard board, Traffic traffic, Words words, Figures figures) {
        HeatMap heat = board.heat();
        this.asked = new SpAnomalyQuestions(board.of(), words, figures);
        this.heat = heat;
        this.traffic = traffic;
        this.words = words;
        this.figures = figures;
    }

    /** @param choose hears what else the map shall be of */
    Component draw(Consumer<Traffic> choose) {
        String title = words.get("sp.heat");
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Traffic kind : Traffic.values()) {
            kinds.put(kind.name(), words.get("sp.heat.kind." + kind));
        }
        Segmented choice = new Segmented(kinds, traffic.name(), kind -> choose.accept(Traffic.valueOf(kind)));
        if (heat.total() == 0) {
            Span none = new Span(words.get("sp.heat.none"));
            none.addClassName("hint");
            return new Card(title).tools(choice).body(none);
        }
        Chart chart = new Chart(title);
        chart.setOption(option());
        Numbers.ofChart(chart, point -> asked.cell(heat, traffic, point));
        AskedText asks = new AskedText();
        Sentence segment = asks.in(new Sentence(sentence(asks)));
        AskedText most = new AskedText();
        Div body = new Div(chart, segment);
        body.addClassName("heat");
        Card card = new Card(title)
                .remark(words.get(
                        "sp.heat.remark",
                        most.number(
                                figures.number(heat.largest(), 0),
                                () -> asked.largest(heat, traffic).getFirst())))
                .tools(
                        Numbers.button(words.get("explain.menu"), () -> Numbers.listed(asked.largest(heat, traffic))),
                        choice)
                .body(body);
        most.in(card.remark());
        return card;
    }

    /** The three largest days and the largest hour. */
    String sentence(AskedText asks) {
        String days = heat.largestDays().stream()
                .sorted()
                .map(day -> Integer.toString(day + 1))
                .collect(Collectors.joining(words.get("sp.heat.joint")));
        NumberQuestion burst = asked.burst(heat, traffic);
        NumberQuestion peak = asked.peak(heat, traffic);
        return words.get(
                "sp.heat.sentence." + traffic,
                days,
                asks.number(burst.shown(), () -> burst),
                "%02d:00".formatted(heat.largestHour()),
                asks.number(peak.shown(), () -> peak));
    }

    private ObjectNode option() {
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
        ObjectNode series = option.putArray("series")
                .addObject()
                .put("type", "heatmap")
                .put("name", words.get("sp.heat.kind." + traffic));
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
