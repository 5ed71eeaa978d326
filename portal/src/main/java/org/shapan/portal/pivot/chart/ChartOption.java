package org.shapan.portal.pivot.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.portal.pivot.chart.ChartTable.Series;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ECharts option of a table. Each drawn mark carries the {@code cell} of the grid it stands for. Bars start at 0; a pie has
 * five parts and the rest.
 */
public final class ChartOption {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_PARTS = 5;
    private static final int PER_CENT = 100;
    private static final int MOST_BAR_WIDTH = 38;

    private final ChartTable table;
    private final double divisor;
    private final String unit;
    private final String measure;
    private final String rest;
    private final ObjectNode option = JSON.objectNode();

    /**
     * What a chart is drawn with: figures are divided by {@code divisor}; {@code measure} names what they are, {@code rest}
     * what a pie leaves out.
     */
    public record Look(double divisor, String unit, String measure, String rest) {}

    private ChartOption(ChartTable table, Look look) {
        this.table = table;
        this.divisor = look.divisor();
        this.unit = look.unit();
        this.measure = look.measure();
        this.rest = look.rest();
    }

    public static ObjectNode of(ChartTable table, ChartKind kind, Look look) {
        ChartOption made = new ChartOption(table, look);
        switch (kind) {
            case BAR -> made.lines("bar", false, false);
            case HORIZONTAL -> made.horizontal();
            case STACKED -> made.lines("bar", true, false);
            case PERCENT -> made.percent();
            case LINE -> made.lines("line", false, false);
            case AREA -> made.lines("line", true, true);
            case COMBO -> made.combo();
            case PARETO -> made.pareto();
            case PIE -> made.pie();
            case SUNBURST -> made.sunburst();
            case TREEMAP -> made.treemap();
            case HEATMAP -> made.heatmap();
            case SCATTER -> made.scatter();
            case WATERFALL -> made.waterfall();
            case RADAR -> made.radar();
        }
        return made.option;
    }

    private void lines(String type, boolean stacked, boolean area) {
        frame(table.series().size() > 1);
        for (Series series : table.series()) {
            ObjectNode drawn = series(type, series);
            if (stacked && table.series().size() > 1) {
                drawn.put("stack", "all");
            }
            if (area) {
                drawn.putObject("areaStyle").put("opacity", 0.35);
            }
            if (table.series().size() == 1) {
                drawn.putObject("itemStyle").put("color", "$measure");
            }
        }
        if (type.equals("line") && !stacked) {
            ((ObjectNode) option.get("yAxis")).put("scale", true);
        }
    }

    private ObjectNode series(String type, Series series) {
        ObjectNode drawn = drawn(type).put("name", series.name());
        if (type.equals("bar")) {
            drawn.put("barMaxWidth", MOST_BAR_WIDTH);
        }
        ArrayNode data = drawn.putArray("data");
        for (int i = 0; i < series.values().size(); i++) {
            value(
                    data.addObject(),
                    series.values().get(i) / divisor,
                    series.cells().get(i));
        }
        return drawn;
    }

    private ObjectNode drawn(String type) {
        ArrayNode all = option.has("series") ? (ArrayNode) option.get("series") : option.putArray("series");
        return all.addObject().put("type", type);
    }

    private static void value(ObjectNode point, double number, String cell) {
        if (Double.isNaN(number)) {
            point.putNull("value");
        } else {
            point.put("value", round(number));
        }
        point.put("cell", cell);
    }

    private void frame(boolean legend) {
        option.putObject("grid")
                .put("left", 8)
                .put("right", 12)
                .put("top", legend ? 26 : 10)
                .put("bottom", 4)
                .put("containLabel", true);
        option.putObject("tooltip")
                .put("trigger", "axis")
                .putObject("axisPointer")
                .put("type", "shadow");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        table.categories().forEach(x.putArray("data")::add);
        x.putObject("axisLabel").put("hideOverlap", true).put("width", 90).put("overflow", "truncate");
        axis(option.putObject("yAxis"));
        if (legend) {
            option.putObject("legend").put("top", 0).put("right", 8).put("type", "scroll");
        }
    }

    private void axis(ObjectNode axis) {
        axis.put("type", "value").put("splitNumber", 3);
        if (unit.equals("%")) {
            axis.putObject("axisLabel").put("formatter", "{value}%");
        }
    }

    private void combo() {
        Series second = table.second();
        frame(true);
        ObjectNode own = ((ObjectNode) option.get("yAxis")).deepCopy();
        ArrayNode axes = option.putArray("yAxis").add(own);
        axes.addObject()
                .put("type", "value")
                .put("splitNumber", 3)
                .put("scale", true)
                .putObject("splitLine")
                .put("show", false);
        series("bar", table.series().getFirst()).putObject("itemStyle").put("color", "$measure");
        ObjectNode line = drawn("line").put("name", second.name()).put("yAxisIndex", 1);
        line.putObject("itemStyle").put("color", "$expectation");
        ArrayNode data = line.putArray("data");
        for (int i = 0; i < second.values().size(); i++) {
            value(data.addObject(), second.values().get(i), second.cells().get(i));
        }
    }

    private void horizontal() {
        Series all = table.series().getFirst();
        frame(false);
        List<Integer> order = descending(all);
        axis(option.putObject("xAxis"));
        ObjectNode names = option.putObject("yAxis").put("type", "category").put("inverse", true);
        names.putObject("axisLabel")
                .put("width", 110)
                .put("overflow", "truncate")
                .put("interval", 0);
        ArrayNode captions = names.putArray("data");
        ObjectNode bars = drawn("bar").put("name", all.name()).put("barMaxWidth", MOST_BAR_WIDTH / 2);
        bars.putObject("itemStyle").put("color", "$measure");
        ArrayNode data = bars.putArray("data");
        for (int i : order) {
            captions.add(table.categories().get(i));
            value(data.addObject(), all.values().get(i) / divisor, all.cells().get(i));
        }
    }

    /** Each mark has its share of its category. */
    private void percent() {
        frame(true);
        ((ObjectNode) option.get("yAxis"))
                .put("max", PER_CENT)
                .put("interval", PER_CENT / 2)
                .putObject("axisLabel")
                .put("formatter", "{value}%");
        for (Series series : table.series()) {
            ObjectNode drawn =
                    drawn("bar").put("name", series.name()).put("stack", "all").put("barMaxWidth", MOST_BAR_WIDTH);
            ArrayNode data = drawn.putArray("data");
            for (int i = 0; i < series.values().size(); i++) {
                int category = i;
                double whole = table.series().stream()
                        .mapToDouble(other -> other.values().get(category))
                        .filter(figure -> !Double.isNaN(figure))
                        .sum();
                double share = whole > 0 ? PER_CENT * series.values().get(i) / whole : Double.NaN;
                value(data.addObject(), share, series.cells().get(i));
            }
        }
    }

    private void pareto() {
        Series all = table.series().getFirst();
        List<Integer> order = largest(all);
        double whole = order.stream().mapToDouble(all.values()::get).sum();
        frame(false);
        ArrayNode names = ((ObjectNode) option.get("xAxis")).putArray("data");
        ObjectNode own = ((ObjectNode) option.get("yAxis")).deepCopy();
        ObjectNode shares = option.putArray("yAxis").add(own).addObject().put("type", "value");
        shares.put("min", 0).put("max", PER_CENT).put("splitNumber", 2);
        shares.putObject("axisLabel").put("formatter", "{value}%");
        shares.putObject("splitLine").put("show", false);
        ObjectNode bars = drawn("bar").put("name", all.name()).put("barMaxWidth", MOST_BAR_WIDTH);
        bars.putObject("itemStyle").put("color", "$measure");
        ArrayNode data = bars.putArray("data");
        ObjectNode line = drawn("line").put("name", "Σ %").put("yAxisIndex", 1);
        line.putObject("itemStyle").put("color", "$expectation");
        ArrayNode together = line.putArray("data");
        double sum = 0;
        for (int i : order) {
            names.add(table.categories().get(i));
            value(data.addObject(), all.values().get(i) / divisor, all.cells().get(i));
            sum += all.values().get(i);
            together.add(round(PER_CENT * sum / whole));
        }
    }

    private void sunburst() {
        Series all = table.series().getFirst();
        tip();
        ObjectNode rings = drawn("sunburst").put("name", all.name()).put("nodeClick", false);
        rings.putArray("radius").add("20%").add("96%");
        rings.putObject("label").put("minAngle", 16).put("overflow", "truncate").put("width", 70);
        rings.putObject("itemStyle").put("borderColor", "$surface").put("borderWidth", 1);
        grouped(rings.putArray("data"), all);
    }

    /** Puts the largest parts into their groups, which follow in the order of their largest. */
    private List<ObjectNode> grouped(ArrayNode data, Series all) {
        Map<String, ArrayNode> groups = new LinkedHashMap<>();
        List<ObjectNode> parts = new ArrayList<>();
        for (int i : largest(all)) {
            String group = table.groups().get(i);
            ArrayNode into = group.isEmpty()
                    ? data
                    : groups.computeIfAbsent(
                            group, name -> data.addObject().put("name", name).putArray("children"));
            parts.add(part(into, all, i));
        }
        return parts;
    }

    private void radar() {
        tip();
        if (table.series().size() > 1) {
            option.putObject("legend").put("top", 0).put("right", 8).put("type", "scroll");
        }
        ObjectNode corners = option.putObject("radar").put("radius", "72%").put("splitNumber", 3);
        corners.putObject("splitArea").put("show", false);
        corners.putObject("axisName").put("color", "$ink");
        ArrayNode names = corners.putArray("indicator");
        double most = table.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(figure -> !figure.isNaN())
                .mapToDouble(figure -> figure / divisor)
                .max()
                .orElse(1);
        table.categories().forEach(name -> names.addObject().put("name", name).put("max", round(most)));
        ArrayNode data = drawn("radar").putArray("data");
        for (Series series : table.series()) {
            ArrayNode values = data.addObject().put("name", series.name()).putArray("value");
            series.values().forEach(figure -> values.add(figure.isNaN() ? 0 : round(figure / divisor)));
        }
    }

    /** Positions of known figures, the largest first. */
    private static List<Integer> descending(Series series) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < series.values().size(); i++) {
            if (!series.values().get(i).isNaN()) {
                order.add(i);
            }
        }
        order.sort(
                (a, b) -> Double.compare(series.values().get(b), series.values().get(a)));
        return order;
    }

    private void pie() {
        Series all = table.series().getFirst();
        List<Integer> order = largest(all);
        tip();
        ObjectNode pie = drawn("pie").put("name", all.name());
        pie.putArray("radius").add("45%").add("85%");
        pie.putObject("label").put("formatter", "{b}  {d}%");
        ArrayNode data = pie.putArray("data");
        order.stream().limit(MOST_PARTS).forEach(i -> part(data, all, i));
        double left = order.stream()
                .skip(MOST_PARTS)
                .mapToDouble(i -> all.values().get(i) / divisor)
                .sum();
        if (left > 0) {
            data.addObject()
                    .put("name", rest)
                    .put("value", round(left))
                    .putObject("itemStyle")
                    .put("color", "$previous");
        }
    }

    private ObjectNode part(ArrayNode data, Series series, int i) {
        ObjectNode part = data.addObject().put("name", table.categories().get(i));
        value(part, series.values().get(i) / divisor, series.cells().get(i));
        return part;
    }

    /** Positions of known figures above zero, the largest first. */
    private static List<Integer> largest(Series series) {
        return descending(series).stream()
                .filter(i -> series.values().get(i) > 0)
                .toList();
    }

    private void tip() {
        option.putObject("tooltip").put("trigger", "item");
    }

    private void treemap() {
        Series all = table.series().getFirst();
        tip();
        ObjectNode map = drawn("treemap")
                .put("name", all.name())
                .put("roam", false)
                .put("nodeClick", false)
                .put("width", "100%")
                .put("height", "100%")
                .put("top", 0)
                .put("left", 0);
        map.putObject("label").put("color", "$ink");
        map.putObject("breadcrumb").put("show", false);
        map.putObject("itemStyle").put("gapWidth", 2).put("borderColor", "$surface");
        grouped(map.putArray("data"), all)
                .forEach(part -> part.putObject("itemStyle").put("color", "$expectedBand"));
    }

    private void heatmap() {
        frame(false);
        option.putObject("tooltip").put("trigger", "item");
        ObjectNode y = option.putObject("yAxis").put("type", "category").put("inverse", true);
        y.putObject("axisLabel").put("width", 110).put("overflow", "truncate");
        ArrayNode names = y.putArray("data");
        ObjectNode map = drawn("heatmap");
        map.putObject("itemStyle").put("borderWidth", 1).put("borderColor", "$surface");
        ArrayNode data = map.putArray("data");
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < table.series().size(); s++) {
            Series series = table.series().get(s);
            names.add(series.name());
            for (int i = 0; i < series.values().size(); i++) {
                double number = series.values().get(i) / divisor;
                if (!Double.isNaN(number)) {
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                    ObjectNode point = data.addObject();
                    point.putArray("value").add(i).add(s).add(round(number));
                    point.put("cell", series.cells().get(i));
                }
            }
        }
        ObjectNode scale = option.putObject("visualMap")
                .put("min", round(Math.min(least, most)))
                .put("max", round(most))
                .put("calculable", false)
                .put("orient", "vertical")
                .put("right", 0)
                .put("top", 8)
                .put("itemHeight", 60)
                .put("itemWidth", 10);
        scale.putObject("textStyle").put("color", "$ink");
        scale.putArray("text").add(end(most)).add(end(least));
        scale.putObject("inRange").put("color", "$sequential");
        ((ObjectNode) option.get("grid")).put("right", 70);
    }

    private String end(double number) {
        return Double.isInfinite(number) ? "" : Math.round(number * 10) / 10.0 + (unit.equals("%") ? unit : "");
    }

    private void scatter() {
        Series across = table.series().getFirst();
        Series up = table.second();
        frame(false);
        tip();
        axis(option.putObject("xAxis")
                .put("name", measure)
                .put("nameLocation", "middle")
                .put("nameGap", 22)
                .put("scale", true));
        option.putObject("yAxis")
                .put("type", "value")
                .put("splitNumber", 3)
                .put("scale", true)
                .put("name", up.name())
                .putObject("nameTextStyle")
                .put("align", "left");
        ((ObjectNode) option.get("grid")).put("bottom", 22).put("top", 26);
        ObjectNode points = drawn("scatter").put("symbolSize", 9);
        points.putObject("itemStyle").put("color", "$measure");
        points.putObject("label")
                .put("show", true)
                .put("formatter", "{b}")
                .put("position", "right")
                .put("color", "$ink")
                .put("textBorderWidth", 0);
        points.putObject("labelLayout").put("hideOverlap", true);
        ArrayNode data = points.putArray("data");
        for (int i = 0; i < across.values().size(); i++) {
            double x = across.values().get(i) / divisor;
            double y = up.values().get(i);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                ObjectNode point =
                        data.addObject().put("name", table.categories().get(i));
                point.putArray("value").add(round(x)).add(round(y));
                point.put("cell", across.cells().get(i));
            }
        }
    }

    /** Steps from 0 to the sum of what is drawn, an invisible foot below each; one that crosses zero has two pieces. */
    private void waterfall() {
        Series all = table.series().getFirst();
        frame(false);
        ArrayNode names = (ArrayNode) option.get("xAxis").get("data");
        names.add("Σ");
        ObjectNode foot = drawn("bar").put("stack", "steps").put("silent", true);
        foot.putObject("itemStyle").put("color", "transparent");
        foot.putObject("tooltip").put("show", false);
        ObjectNode step =
                drawn("bar").put("stack", "steps").put("name", all.name()).put("barMaxWidth", MOST_BAR_WIDTH);
        ObjectNode over =
                drawn("bar").put("stack", "steps").put("name", all.name()).put("barMaxWidth", MOST_BAR_WIDTH);
        ArrayNode overs = over.putArray("data");
        ArrayNode feet = foot.putArray("data");
        ArrayNode steps = step.putArray("data");
        option.putObject("tooltip").put("trigger", "item");
        double at = 0;
        for (int i = 0; i < all.values().size(); i++) {
            double number = all.values().get(i) / divisor;
            double next = Double.isNaN(number) ? at : at + number;
            String colour = next < at ? "$decrease" : "$increase";
            boolean crosses = at * next < 0;
            feet.add(crosses ? 0 : round(at + next >= 0 ? Math.min(at, next) : Math.max(at, next)));
            double piece = crosses ? at : Math.abs(next - at) * (at + next >= 0 ? 1 : -1);
            coloured(steps, round(piece), colour).put("cell", all.cells().get(i));
            if (crosses) {
                coloured(overs, round(next), colour).put("cell", all.cells().get(i));
            } else {
                overs.addNull();
            }
            at = next;
        }
        feet.add(0);
        coloured(steps, round(at), "$total");
    }

    private static ObjectNode coloured(ArrayNode data, double value, String colour) {
        ObjectNode piece = data.addObject().put("value", value);
        piece.putObject("itemStyle").put("color", colour);
        return piece;
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
