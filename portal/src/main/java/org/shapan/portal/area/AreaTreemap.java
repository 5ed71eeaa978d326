package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.shapan.insight.State;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts as a treemap: area is expected revenue (stable when revenue falls), colour is the state (guide 7). */
final class AreaTreemap {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** More would be too small for their names; the rest stand in one box without a state. */
    private static final int MOST_BOXES = 16;

    private final AreaBoard board;
    private final KpiText text;
    private final Words words;
    private final Figures.Scale scale;
    private final Figures figures;

    AreaTreemap(AreaBoard board, KpiText text, Words words, Figures figures, Figures.Scale scale) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.figures = figures;
        this.scale = scale;
    }

    Component draw(String title, Consumer<UnitRow> onClick) {
        List<UnitRow> parts = board.parts().stream()
                .filter(row -> size(row) > 0)
                .sorted(Comparator.comparingDouble(AreaTreemap::size).reversed())
                .toList();
        Chart chart = new Chart(title);
        chart.setOption(option(parts));
        chart.addPointClickListener(click -> named(parts, click.name()).ifPresent(onClick));
        AreaQuestions questions = new AreaQuestions(board, words, figures);
        Numbers.ofChart(
                chart, box -> named(parts, box.name()).map(questions::box).orElseGet(List::of));
        return new Card(title)
                .remark(words.get("areas.treemap"))
                .tools(Numbers.button(
                        words.get("explain.menu"),
                        () -> Numbers.listed(parts.stream()
                                .limit(MOST_BOXES)
                                .flatMap(row -> questions.box(row).stream().limit(1))
                                .toList())))
                .body(chart);
    }

    private static Optional<UnitRow> named(List<UnitRow> parts, String name) {
        return parts.stream().filter(row -> row.unit().name().equals(name)).findFirst();
    }

    private static double size(UnitRow row) {
        KpiFigure revenue = row.figure(AreaKpi.REVENUE);
        OptionalDouble expected = revenue.expected();
        return expected.isPresent() ? expected.getAsDouble() : revenue.value().orElse(0);
    }

    private ObjectNode option(List<UnitRow> parts) {
        ObjectNode option = JSON.objectNode();
        ObjectNode tooltip = option.putObject("tooltip");
        tooltip.put("formatter", "{b}");
        ObjectNode map = option.putArray("series").addObject().put("type", "treemap");
        map.put("left", 0).put("right", 0).put("top", 0).put("bottom", 0);
        map.put("roam", false).put("nodeClick", false);
        map.putObject("breadcrumb").put("show", false);
        map.putObject("itemStyle").put("gapWidth", 4).put("borderWidth", 0).put("borderColor", "transparent");
        map.putArray("levels")
                .addObject()
                .putObject("itemStyle")
                .put("gapWidth", 4)
                .put("borderWidth", 0);
        ObjectNode label = map.putObject("label")
                .put("show", true)
                .put("position", "insideTopLeft")
                .put("padding", 4)
                .put("overflow", "truncate");
        ObjectNode rich = label.putObject("rich");
        rich.putObject("n").put("fontSize", 13).put("lineHeight", 20).put("color", "$ink");
        rich.putObject("g").put("fontSize", 12).put("lineHeight", 18).put("color", "$total");
        rich.putObject("r")
                .put("fontSize", 12)
                .put("lineHeight", 18)
                .put("fontWeight", 600)
                .put("color", "$redText");
        rich.putObject("y")
                .put("fontSize", 12)
                .put("lineHeight", 18)
                .put("fontWeight", 600)
                .put("color", "$yellowText");
        ArrayNode data = map.putArray("data");
        for (UnitRow row : parts.subList(0, Math.min(MOST_BOXES, parts.size()))) {
            ObjectNode box = data.addObject().put("name", row.unit().name()).put("value", size(row));
            box.putObject("itemStyle").put("color", tint(row.state()));
            box.putObject("label").put("formatter", label(row));
        }
        if (parts.size() > MOST_BOXES) {
            List<UnitRow> small = parts.subList(MOST_BOXES, parts.size());
            String others = words.get("areas.treemap.others", small.size());
            ObjectNode box = data.addObject()
                    .put("name", others)
                    .put("value", small.stream().mapToDouble(AreaTreemap::size).sum());
            box.putObject("itemStyle").put("color", "$expectedBand");
            box.putObject("label").put("formatter", "{g|" + others + "}");
        }
        return option;
    }

    /** Name and deviation; red and yellow with their mark and value before it. */
    private String label(UnitRow row) {
        KpiFigure revenue = row.figure(AreaKpi.REVENUE);
        String deviation = text.deviation(revenue.againstExpectation());
        String value =
                KpiText.text(revenue.value(), v -> figures.money(v, scale).value());
        String second =
                switch (row.state()) {
                    case RED -> "{r|■ " + value + "  " + deviation + "}";
                    case YELLOW -> "{y|▲ " + value + "  " + deviation + "}";
                    case GREEN, NONE -> "{g|" + deviation + "}";
                };
        return "{n|" + row.unit().name().replaceAll("[{}|]", " ") + "}\n" + second;
    }

    private static String tint(State state) {
        return switch (state) {
            case RED -> "$redTint";
            case YELLOW -> "$yellowTint";
            case GREEN -> "$greenTint";
            case NONE -> "$expectedBand";
        };
    }
}
