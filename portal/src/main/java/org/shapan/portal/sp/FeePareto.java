package org.shapan.portal.sp;

import java.util.List;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.text.Figures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The companies with the largest fee, and how much of all they have together. */
final class FeePareto {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BARS = 11;
    private static final int NAMED_IN_REMARK = 4;
    private static final int SHORT_CHINESE = 2;
    private static final int SHORT_LATIN = 9;
    /** Latin names are longer than their bars are wide. */
    private static final int LATIN_TURN = 38;

    private static final int LATIN = 0x2E80;

    private final List<SpRow> rows;
    private final SpBoard board;
    private final Words words;
    private final Figures figures;
    private final double all;

    FeePareto(SpBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.rows = board.byFee().stream().limit(BARS).toList();
        this.all = board.total().value(SpKpi.FEE).orElse(0);
    }

    /** The companies of the bars. */
    List<SpRow> drawn() {
        return rows;
    }

    /** A company and those before it. */
    List<SpRow> until(SpRow row) {
        return rows.subList(0, rows.indexOf(row) + 1);
    }

    /** The share of the first four. */
    String remark(SpQuestions questions, AskedText asks) {
        double first = rows.stream()
                .limit(NAMED_IN_REMARK)
                .mapToDouble(row -> row.value(SpKpi.FEE).orElse(0))
                .sum();
        return all > 0
                ? words.get(
                        "sp.pareto.first",
                        Math.min(NAMED_IN_REMARK, rows.size()),
                        asks.number(
                                figures.ratio(first / all, 1),
                                () -> questions.cumulative(rows.subList(0, Math.min(NAMED_IN_REMARK, rows.size())))))
                : "";
    }

    ObjectNode option() {
        Figures.Scale scale = figures.moneyScale(
                rows.isEmpty() ? 0 : rows.getFirst().value(SpKpi.FEE).orElse(0));
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 46).put("right", 46).put("top", 28).put("bottom", 24);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        ObjectNode labels = x.putObject("axisLabel").put("interval", 0);
        boolean latin = rows.stream().anyMatch(row -> isLatin(row.unit().name()));
        if (latin) {
            labels.put("rotate", LATIN_TURN);
        }
        ((ObjectNode) option.get("grid")).put("bottom", latin ? 48 : 24);
        ArrayNode axes = option.putArray("yAxis");
        ObjectNode money =
                axes.addObject().put("type", "value").put("name", scale.unit()).put("nameGap", 10);
        money.putObject("nameTextStyle").put("align", "right");
        ObjectNode share = axes.addObject()
                .put("type", "value")
                .put("min", 0)
                .put("max", 100)
                .put("interval", 25);
        share.putObject("axisLabel").put("formatter", "{value}%");
        share.putObject("splitLine").put("show", false);
        ArrayNode series = option.putArray("series");
        ObjectNode bars = series.addObject()
                .put("type", "bar")
                .put("name", words.get("sp.kpi.FEE"))
                .put("barWidth", "58%");
        ObjectNode line = series.addObject()
                .put("type", "line")
                .put("name", words.get("sp.pareto.cumulative"))
                .put("yAxisIndex", 1)
                .put("symbolSize", 4);
        line.putObject("lineStyle").put("color", "$expectation").put("width", 1.5);
        line.putObject("itemStyle").put("color", "$expectation");
        ArrayNode names = x.putArray("data");
        ArrayNode heights = bars.putArray("data");
        ArrayNode sums = line.putArray("data");
        double sum = 0;
        for (SpRow row : rows) {
            double fee = row.value(SpKpi.FEE).orElse(0);
            sum += fee;
            boolean faded = board.state().company() != null
                    && !row.unit().code().equals(board.state().company());
            names.add(brief(row.unit().name()));
            ObjectNode bar = heights.addObject().put("value", Math.rint(fee / scale.divisor() * 100) / 100);
            bar.putObject("itemStyle").put("color", "$measure").put("opacity", faded ? 0.3 : 1);
            sums.add(all > 0 ? Math.rint(sum / all * 1000) / 10 : 0);
        }
        return option;
    }

    private static boolean isLatin(String name) {
        return name.codePointAt(0) < LATIN;
    }

    /** The first characters of a name, for an axis. */
    private static String brief(String name) {
        if (!isLatin(name)) {
            return name.substring(
                    0, name.offsetByCodePoints(0, Math.min(SHORT_CHINESE, name.codePointCount(0, name.length()))));
        }
        String first = name.split("[ -]")[0];
        return first.length() <= SHORT_LATIN ? first : first.substring(0, SHORT_LATIN - 1) + "…";
    }
}
