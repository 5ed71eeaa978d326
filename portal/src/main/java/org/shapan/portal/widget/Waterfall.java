package org.shapan.portal.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A waterfall (guide 7): starts at 0, which stands for the expectation, and hangs down for losses. Decrease ochre, increase blue, total ink.
 */
public final class Waterfall {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Width of the narrowest drawing, which the names of its bars share. */
    private static final int LABELS = 250;

    private static final int LABEL_GAP = 4;
    private static final int LABEL_LINE = 15;

    /** A word in Latin letters, or one character. */
    private static final Pattern PIECES = Pattern.compile("([\\p{IsLatin}\\p{Nd}.-]+)|.");

    private static final String NARROW = "fijlrt-.1";
    private static final int NARROW_LETTER = 5;
    private static final int LETTER = 7;
    private static final int CAPITAL = 10;
    private static final int CHARACTER = 12;
    private static final int SLANT = 32;
    private static final int SLANTED_WIDTH = 84;
    private static final int SLANTED_HEIGHT = 58;
    private static final int SLANTED_LEFT = 34;

    private record Bar(String name, double value, String label) {}

    private final List<Bar> bars = new ArrayList<>();

    /**
     * Adds a step.
     *
     * @param value in the unit of the chart
     * @param label finished figure with its sign
     */
    public Waterfall bar(String name, double value, String label) {
        bars.add(new Bar(name, value, label));
        return this;
    }

    /** Steps so far. */
    public int size() {
        return bars.size();
    }

    /** The option for {@link Chart#setOption}, with the total as its last bar. */
    public ObjectNode option(String totalName, double total, String totalLabel) {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 8).put("right", 8).put("top", 22).put("bottom", 40);
        option.putObject("tooltip").put("show", false);
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        int width = LABELS / (bars.size() + 1) - LABEL_GAP;
        ObjectNode label = x.putObject("axisLabel").put("interval", 0).put("lineHeight", LABEL_LINE);
        if (!Stream.concat(bars.stream().map(Bar::name), Stream.of(totalName)).allMatch(name -> fits(name, width))) {
            // No word is broken and no third line drawn: the names stand slanted, and what does not fit is cut.
            ((ObjectNode) option.get("grid")).put("bottom", SLANTED_HEIGHT).put("left", SLANTED_LEFT);
            label.put("rotate", SLANT).put("width", SLANTED_WIDTH).put("overflow", "truncate");
        } else {
            // A long name has two lines.
            label.put("width", width)
                    .put("overflow", "break")
                    .put("height", 2 * LABEL_LINE)
                    .put("lineOverflow", "truncate");
        }
        x.putObject("axisTick").put("show", false);
        x.putObject("axisLine").put("onZero", false).put("show", false);
        ArrayNode names = x.putArray("data");
        option.putObject("yAxis").put("type", "value").put("show", false);
        ArrayNode series = option.putArray("series");
        ArrayNode base = series(series, "base");
        ArrayNode below = series(series, "below");
        ArrayNode above = series(series, "above");
        double level = 0;
        for (Bar bar : bars) {
            names.add(bar.name());
            double next = level + bar.value();
            piece(base, below, above, level, next, bar.label(), bar.value() < 0 ? "$decrease" : "$increase");
            level = next;
        }
        names.add(totalName);
        piece(base, below, above, 0, total, totalLabel, "$total");
        ((ObjectNode) series.get(0)).putObject("itemStyle").put("color", "transparent");
        ObjectNode zero = ((ObjectNode) series.get(0))
                .putObject("markLine")
                .put("silent", true)
                .put("symbol", "none");
        zero.putObject("label").put("show", false);
        zero.putObject("lineStyle")
                .put("color", "$expectation")
                .put("type", "solid")
                .put("width", 1);
        zero.putArray("data").addObject().put("yAxis", 0);
        return option;
    }

    /** Two lines of this width hold the name without a break in a word of Latin letters; others may be broken anywhere. */
    private static boolean fits(String name, int width) {
        int lines = 1;
        int used = 0;
        Matcher pieces = PIECES.matcher(name);
        while (pieces.find()) {
            String piece = pieces.group();
            int wide = piece.isBlank()
                    ? LETTER / 2
                    : pieces.group(1) == null
                            ? CHARACTER
                            : pieces.group(1)
                                    .chars()
                                    .map(c -> Character.isUpperCase(c)
                                            ? CAPITAL
                                            : NARROW.indexOf(c) < 0 ? LETTER : NARROW_LETTER)
                                    .sum();
            if (wide > width) {
                return false;
            }
            if (used + wide > width) {
                lines++;
                used = 0;
            }
            used += wide;
        }
        return lines <= 2;
    }

    private static ArrayNode series(ArrayNode all, String name) {
        ObjectNode one = all.addObject()
                .put("type", "bar")
                .put("stack", "w")
                .put("name", name)
                .put("barWidth", "62%");
        one.put("silent", true);
        // Neighbours of nearly the same height: one figure goes above the other.
        one.putObject("labelLayout").put("moveOverlap", "shiftY");
        return one.putArray("data");
    }

    /** Bars of one sign stack on each other, so a step is an invisible base and one visible piece, or two across zero. */
    private static void piece(
            ArrayNode base, ArrayNode below, ArrayNode above, double from, double to, String label, String colour) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        base.add(high <= 0 ? high : Math.max(low, 0));
        visible(below, high <= 0 ? low - high : Math.min(low, 0), label, colour, high <= 0);
        visible(above, low >= 0 ? high - low : Math.max(high, 0), label, colour, high > 0);
    }

    private static void visible(ArrayNode data, double value, String label, String colour, boolean labelled) {
        ObjectNode bar = data.addObject().put("value", value);
        bar.putObject("itemStyle").put("color", colour);
        ObjectNode text = bar.putObject("label").put("show", labelled && !label.isEmpty());
        text.put("formatter", label)
                .put("position", value < 0 ? "bottom" : "top")
                .put("color", "$ink")
                .put("fontWeight", 600);
    }
}
