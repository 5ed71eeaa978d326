package org.shapan.portal.sp;

import java.util.List;
import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Growth of the fee against complaints: shape is the state, area the fee; only red and yellow are named (guide 7). */
final class GrowthScatter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Red limits of A-SP-01 and A-SP-10. */
    private static final double GROWTH_LIMIT = 100;

    private static final double COMPLAINTS_LIMIT = 100;
    /** Farther points stand at the edge: one doubling too many must not flatten the others. */
    private static final double MOST_GROWTH = 300;

    /** A name fits to the left of a point from here on. */
    private static final double ROOM_FOR_NAME = 30;

    private static final double SMALLEST = 8;
    private static final double LARGEST = 26;

    private final SpBoard board;
    private final Words words;
    private final Figures figures;

    GrowthScatter(SpBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
    }

    ObjectNode option() {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 40).put("right", 22).put("top", 26).put("bottom", 42);
        option.putObject("tooltip").put("trigger", "item").put("formatter", "{b}");
        ObjectNode x = option.putObject("xAxis")
                .put("type", "value")
                .put("name", words.get("sp.scatter.x"))
                .put("nameLocation", "middle")
                .put("nameGap", 24)
                .put("max", Math.max(GROWTH_LIMIT * 1.25, Math.min(MOST_GROWTH, largestGrowth())));
        x.putObject("splitLine").put("show", true);
        ObjectNode y = option.putObject("yAxis").put("type", "value").put("name", words.get("sp.scatter.y"));
        y.put("nameGap", 10).put("min", 0).put("max", Math.max(COMPLAINTS_LIMIT * 1.25, niceMax()));
        y.putObject("nameTextStyle").put("align", "left");
        ObjectNode points = option.putArray("series").addObject().put("type", "scatter");
        points.putObject("labelLayout").put("hideOverlap", true);
        limits(points);
        ArrayNode data = points.putArray("data");
        int count = 0;
        double most = board.byFee().isEmpty()
                ? 1
                : board.byFee().getFirst().value(SpKpi.FEE).orElse(1);
        for (SpRow row : drawn()) {
            double growth = row.monthOnMonth().orElseThrow();
            boolean named = row.state() == State.RED || row.state() == State.YELLOW;
            count += named ? 1 : 0;
            data.add(point(row, Math.min(MOST_GROWTH, growth * 100), most, named, count % 2 == 0));
        }
        return option;
    }

    /** The companies that are drawn, the worst last, so that they lie above the others. */
    List<SpRow> drawn() {
        return board.companies().reversed().stream()
                .filter(row -> row.monthOnMonth().isPresent()
                        && row.value(SpKpi.COMPLAINTS).isPresent())
                .toList();
    }

    /** @param left where the name stands; neighbours alternate, so that two of the same place stay readable */
    private ObjectNode point(SpRow row, double growth, double most, boolean named, boolean left) {
        double size = SMALLEST
                + (LARGEST - SMALLEST)
                        * Math.sqrt(Math.max(0, row.value(SpKpi.FEE).orElse(0)) / most);
        boolean faded = board.state().company() != null
                && !row.unit().code().equals(board.state().company());
        double complaints = row.value(SpKpi.COMPLAINTS).orElse(0);
        ObjectNode point = JSON.objectNode()
                .put(
                        "name",
                        row.unit().name() + "  "
                                + figures.change(row.monthOnMonth().getAsDouble()) + "  "
                                + figures.number(complaints, 1));
        point.putArray("value").add(Math.rint(growth * 10) / 10).add(Math.rint(complaints * 10) / 10);
        point.put("symbolSize", size)
                .put("symbol", row.state() == State.RED ? "rect" : row.state() == State.YELLOW ? "triangle" : "circle");
        point.putObject("itemStyle")
                .put("color", row.state() == State.RED ? "$red" : row.state() == State.YELLOW ? "$yellow" : "$previous")
                .put("opacity", faded ? 0.3 : named ? 1 : 0.8);
        if (named) {
            point.putObject("label")
                    .put("show", true)
                    .put("position", (left && growth > ROOM_FOR_NAME) || growth > GROWTH_LIMIT ? "left" : "right")
                    .put("formatter", row.unit().name())
                    .put("color", "$ink");
        }
        return point;
    }

    private void limits(ObjectNode points) {
        ObjectNode lines = points.putObject("markLine").put("silent", true).put("symbol", "none");
        lines.put("animation", false);
        lines.putObject("lineStyle")
                .put("color", "$expectation")
                .put("width", 1)
                .putArray("type")
                .add(4)
                .add(3);
        ArrayNode data = lines.putArray("data");
        ObjectNode complaints = data.addObject().put("yAxis", COMPLAINTS_LIMIT);
        complaints
                .putObject("label")
                .put("show", true)
                .put("position", "insideEndTop")
                .put("color", "$total")
                .put("formatter", words.get("sp.limit.red") + " " + figures.number(COMPLAINTS_LIMIT, 0));
        data.addObject().put("xAxis", GROWTH_LIMIT).putObject("label").put("show", false);
    }

    private double largestGrowth() {
        double largest = board.companies().stream()
                .map(SpRow::monthOnMonth)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(growth -> growth.getAsDouble() * 100)
                .max()
                .orElse(0);
        return Math.ceil(largest * 1.1 / 50) * 50;
    }

    private double niceMax() {
        double largest = board.companies().stream()
                .mapToDouble(row -> row.value(SpKpi.COMPLAINTS).orElse(0))
                .max()
                .orElse(0);
        return Math.ceil(largest * 1.1 / 50) * 50;
    }
}
