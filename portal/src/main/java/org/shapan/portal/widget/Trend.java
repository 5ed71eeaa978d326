package org.shapan.portal.widget;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The trend chart of the guide (7): actual blue, expectation dashed sand with its band, last year grey, the month of
 * Spring Festival as a column, the last point large in its state's colour with its value.
 *
 * @param months axis labels, oldest first
 * @param unit above the value axis
 * @param actual one value per month, null is a gap
 * @param expected as {@code actual}; empty where there is no expectation
 * @param band relative half-width of the expected band (0.03 for ±3 %); 0 for none
 * @param lastYear as {@code actual}; empty for none
 * @param festival position of the month of Spring Festival, −1 for none
 * @param state of the last point
 * @param lastLabel finished figure beside the last point
 * @param names of the series: actual, expected, band, last year, festival
 * @param decimals of the axis labels
 */
public record Trend(
        List<String> months,
        String unit,
        List<Double> actual,
        List<Double> expected,
        double band,
        List<Double> lastYear,
        int festival,
        State state,
        String lastLabel,
        Names names,
        int decimals) {
    /** Names of the series in the reader's language. */
    public record Names(String actual, String expected, String band, String lastYear, String festival) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TICKS = 3;
    private static final double HEADROOM = 0.08;

    public Trend {
        requireNonNull(state, "state is null");
        months = List.copyOf(months);
        actual = Collections.unmodifiableList(new ArrayList<>(actual));
        expected = Collections.unmodifiableList(new ArrayList<>(expected));
        lastYear = Collections.unmodifiableList(new ArrayList<>(lastYear));
    }

    /** The option for {@link Chart#setOption}. */
    public ObjectNode option() {
        Axis axis = axis();
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 52).put("right", 56).put("top", 30).put("bottom", 26);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode x = option.putObject("xAxis").put("type", "category").put("boundaryGap", true);
        months.forEach(x.putArray("data")::add);
        x.putObject("axisLabel").put("interval", 0).put("hideOverlap", true);
        ObjectNode y =
                option.putObject("yAxis").put("type", "value").put("name", unit).put("nameGap", 12);
        y.put("min", axis.low).put("max", axis.high).put("interval", axis.step);
        y.putObject("nameTextStyle").put("align", "right");
        ArrayNode series = option.putArray("series");
        if (festival >= 0 && festival < months.size()) {
            series.add(festival(axis));
        }
        if (!expected.isEmpty() && band > 0) {
            series.add(edge(-1, "transparent"));
            series.add(edge(+1, "$expectedBand"));
        }
        if (!lastYear.isEmpty()) {
            series.add(line(names.lastYear(), lastYear, "$previous", 1.5, false));
        }
        if (!expected.isEmpty()) {
            series.add(line(names.expected(), expected, "$expectation", 1.5, true));
        }
        series.add(measure());
        return option;
    }

    private ObjectNode measure() {
        ObjectNode line = line(names.actual(), List.of(), "$measure", 2, false);
        line.put("showSymbol", true).put("symbolSize", 5).put("z", 5);
        ArrayNode data = line.putArray("data");
        for (int i = 0; i < actual.size(); i++) {
            Double value = actual.get(i);
            if (value == null) {
                data.addNull();
            } else if (i == actual.size() - 1) {
                ObjectNode last = data.addObject().put("value", value).put("symbolSize", 9);
                last.putObject("itemStyle").put("color", state.chartColour());
                last.putObject("label")
                        .put("show", true)
                        .put("position", "right")
                        .put("fontWeight", 600)
                        .put("color", "$ink")
                        .put("formatter", lastLabel);
            } else {
                data.add(value);
            }
        }
        return line;
    }

    private static ObjectNode line(String name, List<Double> values, String colour, double width, boolean dashed) {
        ObjectNode line =
                JSON.objectNode().put("type", "line").put("name", name).put("showSymbol", false);
        line.putObject("itemStyle").put("color", colour);
        ObjectNode style = line.putObject("lineStyle").put("color", colour).put("width", width);
        if (dashed) {
            style.putArray("type").add(4).add(3);
        }
        if (!values.isEmpty()) {
            numbers(line.putArray("data"), values);
        }
        return line;
    }

    /** The band is the area stacked between its lower edge and its width. */
    private ObjectNode edge(int side, String colour) {
        ObjectNode line = JSON.objectNode()
                .put("type", "line")
                .put("name", names.band())
                .put("stack", "band")
                .put("stackStrategy", "all")
                .put("silent", true)
                .put("showSymbol", false);
        line.putObject("lineStyle").put("opacity", 0);
        line.putObject("itemStyle").put("color", colour);
        line.putObject("tooltip").put("show", false);
        if (side > 0) {
            line.putObject("areaStyle").put("color", colour).put("opacity", 1);
        }
        ArrayNode data = line.putArray("data");
        for (Double value : expected) {
            if (value == null) {
                data.addNull();
            } else {
                data.add(side < 0 ? value * (1 - band) : 2 * value * band);
            }
        }
        return line;
    }

    private ObjectNode festival(Axis axis) {
        ObjectNode bar = JSON.objectNode()
                .put("type", "bar")
                .put("name", names.festival())
                .put("silent", true)
                .put("barWidth", "96%")
                .put("z", 0);
        bar.putObject("itemStyle").put("color", "$springFestival");
        bar.putObject("tooltip").put("show", false);
        bar.putObject("label")
                .put("show", true)
                .put("position", "insideBottom")
                .put("color", "$total")
                .put("formatter", names.festival());
        ArrayNode data = bar.putArray("data");
        for (int i = 0; i < months.size(); i++) {
            if (i == festival) {
                data.add(axis.high);
            } else {
                data.addNull();
            }
        }
        return bar;
    }

    private static void numbers(ArrayNode data, List<Double> values) {
        for (Double value : values) {
            if (value == null) {
                data.addNull();
            } else {
                data.add(value);
            }
        }
    }

    private record Axis(double low, double high, double step) {}

    /** Three or four round steps around all lines; zero stays in sight where it is near. */
    private Axis axis() {
        double[] values = Stream.of(actual, expected, lastYear)
                .flatMap(List::stream)
                .filter(v -> v != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            return new Axis(0, 1, 1);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double slack = Math.max((high - low) * HEADROOM, Math.abs(high) * band);
        double step = decimal(roundStep(Math.max((high - low + 2 * slack) / TICKS, Math.pow(10, -decimals))));
        double from = decimal(Math.floor((low - slack) / step) * step);
        double to = decimal(Math.ceil((high + slack) / step) * step);
        return new Axis(low >= 0 ? Math.max(0, from) : from, to, step);
    }

    /** Three steps of 0.2 are 0.6, not 0.6000000000000001 as the label of the axis would say. */
    private static double decimal(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }

    private static double roundStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double share = raw / power;
        double nice = share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10;
        return nice * power;
    }
}
