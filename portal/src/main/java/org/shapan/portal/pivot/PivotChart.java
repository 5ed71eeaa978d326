package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.shapan.portal.text.Figures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chart beside a result: the siblings of the chosen row as categories, the column groups as series, one measure. At
 * most twelve categories and six series; what is left out is said in {@link #left}.
 *
 * @param title what is drawn
 * @param unit of the value axis; empty for plain numbers
 * @param left rows that are not drawn
 */
public record PivotChart(String title, String unit, List<String> series, int left, ObjectNode option) {
    /** How it is drawn. */
    public enum Shape {
        BARS,
        LINES
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_CATEGORIES = 12;
    private static final int MOST_SERIES = 6;

    /**
     * Draws the neighbourhood of a cell of a non-empty result.
     *
     * @param yuan whether amounts are in yuan; else their currency is not known
     */
    public static PivotChart of(PivotResult result, int row, int column, Shape shape, boolean yuan, Locale locale) {
        List<AxisLine> rows = result.rows().lines();
        List<AxisLine> columns = result.columns().lines();
        String measure = result.measure(row, column);
        int group = rows.get(row).group();
        List<Integer> categories = siblings(rows, group, measure);
        if (categories.size() < 2) {
            categories = IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).kind() != AxisLine.Kind.TOTAL && sameMeasure(rows.get(i), measure))
                    .boxed()
                    .toList();
        }
        List<Integer> across = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == AxisLine.Kind.DETAIL && sameMeasure(columns.get(i), measure))
                .boxed()
                .toList();
        int left = Math.max(0, categories.size() - MOST_CATEGORIES);
        categories = categories.subList(0, categories.size() - left);
        across = across.subList(0, Math.min(MOST_SERIES, across.size()));
        boolean ratio = result.text(row, column).endsWith("%");
        Figures.Scale scale = scale(result, categories, across, ratio, yuan, locale);
        List<String> names = new ArrayList<>();
        ObjectNode option =
                frame(categories.stream().map(i -> rowName(rows.get(i))).toList(), scale);
        if (across.size() > 1) {
            option.putObject("legend").put("top", 0).put("right", 8).put("type", "scroll");
            ((ObjectNode) option.get("grid")).put("top", 26);
        }
        ArrayNode series = option.putArray("series");
        for (int line : across) {
            String name = seriesName(columns.get(line));
            names.add(name);
            ObjectNode drawn = series.addObject().put("name", name);
            drawn.put("type", shape == Shape.BARS ? "bar" : "line");
            if (shape == Shape.BARS && !ratio && across.size() > 1) {
                drawn.put("stack", "all");
            }
            if (shape == Shape.BARS) {
                drawn.put("barMaxWidth", 38);
            }
            ArrayNode data = drawn.putArray("data");
            for (int category : categories) {
                double number = result.number(category, line);
                if (Double.isNaN(number)) {
                    data.addNull();
                } else {
                    data.add(round(number / scale.divisor()));
                }
            }
            if (across.size() == 1) {
                drawn.putObject("itemStyle").put("color", "$measure");
            }
        }
        return new PivotChart(title(rows.get(row), columns.get(column)), scale.unit(), names, left, option);
    }

    private static ObjectNode frame(List<String> categories, Figures.Scale scale) {
        ObjectNode option = JSON.objectNode();
        option.putObject("grid")
                .put("left", 8)
                .put("right", 12)
                .put("top", 10)
                .put("bottom", 4)
                .put("containLabel", true);
        option.putObject("tooltip")
                .put("trigger", "axis")
                .putObject("axisPointer")
                .put("type", "shadow");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        categories.forEach(x.putArray("data")::add);
        x.putObject("axisLabel").put("hideOverlap", true).put("width", 90).put("overflow", "truncate");
        ObjectNode y = option.putObject("yAxis").put("type", "value").put("splitNumber", 3);
        if (scale.unit().equals("%")) {
            y.putObject("axisLabel").put("formatter", "{value}%");
        }
        return option;
    }

    private static Figures.Scale scale(
            PivotResult result,
            List<Integer> categories,
            List<Integer> across,
            boolean ratio,
            boolean yuan,
            Locale locale) {
        if (ratio) {
            return new Figures.Scale(0.01, "%", 1);
        }
        double most = 0;
        boolean money = false;
        for (int row : categories) {
            double stacked = 0;
            for (int column : across) {
                double number = result.number(row, column);
                if (!Double.isNaN(number)) {
                    stacked += Math.abs(number);
                    money |= result.text(row, column).matches(".*\\.\\d\\d");
                }
            }
            most = Math.max(most, stacked);
        }
        if (!money) {
            return new Figures.Scale(1, "", 0);
        }
        return yuan ? Figures.in(locale).moneyScale(most) : Figures.in(locale).amountScale(most);
    }

    private static List<Integer> siblings(List<AxisLine> rows, int group, String measure) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).group() == group
                        && rows.get(i).kind() != AxisLine.Kind.TOTAL
                        && sameMeasure(rows.get(i), measure))
                .boxed()
                .toList();
    }

    private static boolean sameMeasure(AxisLine line, String measure) {
        return line.measure() == null || line.measure().equals(measure);
    }

    private static String rowName(AxisLine line) {
        return names(line).getLast();
    }

    private static String seriesName(AxisLine line) {
        return String.join(" ", line.measure() == null || line.heads().size() == 1 ? names(line) : members(line));
    }

    private static String title(AxisLine row, AxisLine column) {
        List<String> above = members(row);
        String parent = above.size() > 1 ? String.join(" › ", above.subList(0, above.size() - 1)) : "";
        String measure = column.measure() != null
                ? column.heads().getLast().text()
                : row.measure() != null ? row.heads().getLast().text() : "";
        return parent.isEmpty() ? measure : parent + " · " + measure;
    }

    /** Texts of the line's members, without its measure. */
    private static List<String> members(AxisLine line) {
        List<HeadCell> heads = line.measure() == null
                ? line.heads()
                : line.heads().subList(0, line.heads().size() - 1);
        return heads.stream().map(HeadCell::text).toList();
    }

    private static List<String> names(AxisLine line) {
        List<String> members = members(line);
        return members.isEmpty() ? List.of(line.label()) : members;
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
