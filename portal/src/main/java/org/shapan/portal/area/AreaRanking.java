package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.Segmented;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The ranking of the parts by contribution, as a table with the area's own row as total, or as bars. */
final class AreaRanking {
    private static final int REVENUE = 2;
    private static final int DIFFERENCE = 3;
    private static final int DEVIATION = 4;
    private static final int CONTRIBUTION = 5;
    private static final List<AreaKpi> OTHERS =
            List.of(AreaKpi.NEW, AreaKpi.NET_ADDS, AreaKpi.CHURN, AreaKpi.ARPU, AreaKpi.DATA_SHARE, AreaKpi.MID_HIGH);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AreaBoard board;
    private final KpiText text;
    private final Words words;
    private final Figures figures;
    private final Figures.Scale scale;
    private final AreaQuestions questions;
    private RankingTable<UnitRow> drawn;

    /** What a person does with the ranking. */
    record Actions(Consumer<UnitRow> select, Consumer<UnitRow> drill, Consumer<Boolean> chart) {}

    AreaRanking(AreaBoard board, KpiText text, Words words, Figures figures, Figures.Scale scale) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.figures = figures;
        this.scale = scale;
        this.questions = new AreaQuestions(board, words, figures);
    }

    Component draw(String level, String title, Actions actions) {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("chart", words.get("areas.show.chart"));
        shapes.put("table", words.get("areas.show.table"));
        Segmented switcher = new Segmented(
                shapes,
                board.state().chart() ? "chart" : "table",
                shape -> actions.chart().accept(shape.equals("chart")));
        Card card = new Card(title)
                .remark(words.get("areas.ranking", board.parts().size(), scale.unit()))
                .tools(switcher);
        return board.state().chart()
                ? card.tools(
                                Numbers.button(
                                        words.get("explain.menu"),
                                        () -> Numbers.listed(bars().stream()
                                                .flatMap(row -> asked(row).stream())
                                                .toList())),
                                switcher)
                        .body(bars(title))
                : card.flush().body(table(level, actions));
    }

    /** What the bar of a part asks: its difference. */
    List<NumberQuestion> asked(UnitRow row) {
        return questions.difference(row, difference(row) + " " + scale.unit()).stream()
                .toList();
    }

    /** The parts as bars, the largest loss first. */
    List<UnitRow> bars() {
        return board.parts().stream()
                .filter(row -> row.figure(AreaKpi.REVENUE).difference().isPresent())
                .sorted(Comparator.comparingDouble(AreaRanking::moved))
                .toList();
    }

    /** The drawn table; null while the ranking is shown as bars. */
    RankingTable<UnitRow> table() {
        return drawn;
    }

    private Component table(String level, Actions actions) {
        String against = words.get("areas.delta." + board.state().against());
        List<RankingColumn<UnitRow>> columns = new ArrayList<>();
        columns.add(RankingColumn.mark(row -> Marks.of(row.state())));
        columns.add(RankingColumn.name(level, this::name, row -> type(row.unit())));
        columns.add(RankingColumn.number(
                words.get("areas.col.revenue"),
                row -> KpiText.text(
                        row.figure(AreaKpi.REVENUE).value(),
                        v -> figures.money(v, scale).value()),
                row -> order(row.figure(AreaKpi.REVENUE).value())));
        columns.add(RankingColumn.number(
                against,
                this::difference,
                row -> order(row.figure(AreaKpi.REVENUE).difference())));
        columns.add(RankingColumn.<UnitRow>number(
                        against + " %",
                        row -> text.deviation(row.figure(AreaKpi.REVENUE)),
                        row -> order(row.figure(AreaKpi.REVENUE).change()))
                .judged(row -> board.state().against() == Against.EXPECTATION ? Marks.of(row.state()) : null));
        columns.add(RankingColumn.bar(
                words.get("areas.col.contribution"),
                row -> KpiText.text(row.contribution(), c -> figures.ratio(c, 1)),
                row -> order(row.contribution())));
        for (AreaKpi kpi : known()) {
            columns.add(RankingColumn.<UnitRow>number(
                            words.get("areas.col." + kpi),
                            row -> text.cell(row.figure(kpi)),
                            row -> order(row.figure(kpi).value()))
                    .judged(row -> Marks.of(row.figure(kpi).state())));
        }
        RankingTable<UnitRow> table = new RankingTable<>(columns)
                .sortedBy(CONTRIBUTION, true)
                .onSelect(actions.select())
                .onDrill(row -> {
                    if (row.unit().hasParts()) {
                        actions.drill().accept(row);
                    }
                });
        table.select(row -> row.unit().uniqueName().equals(board.state().selected()));
        table.show(board.parts(), total());
        Numbers.ofTable(table, this::question);
        drawn = table;
        return table;
    }

    /** What the figure of a row in a column asks. */
    Optional<NumberQuestion> question(UnitRow row, int column) {
        return switch (column) {
            case REVENUE -> value(row, AreaKpi.REVENUE);
            case DIFFERENCE -> questions.difference(row, difference(row) + " " + scale.unit());
            case DEVIATION -> questions.deviation(row, row.figure(AreaKpi.REVENUE));
            case CONTRIBUTION -> questions.contribution(row);
            default -> value(row, known().get(column - CONTRIBUTION - 1));
        };
    }

    private Optional<NumberQuestion> value(UnitRow row, AreaKpi kpi) {
        return row.figure(kpi).value().isPresent() ? Optional.of(questions.value(row, kpi)) : Optional.empty();
    }

    private String difference(UnitRow row) {
        return KpiText.text(
                row.figure(AreaKpi.REVENUE).difference(),
                d -> figures.difference(d / scale.divisor(), scale.decimals()));
    }

    /** The area's own figures: a total of ratios is the ratio of sums, never a sum over the rows. */
    private UnitRow total() {
        UnitRow area = board.area();
        boolean moved = area.figure(AreaKpi.REVENUE).difference().orElse(0) != 0;
        return new UnitRow(area.unit(), area.figures(), moved ? OptionalDouble.of(1) : OptionalDouble.empty());
    }

    private String name(UnitRow row) {
        return row.unit().uniqueName().equals(board.area().unit().uniqueName())
                ? words.get("areas.total", row.unit().name())
                : row.unit().name();
    }

    private String type(Unit unit) {
        return unit.type().isEmpty() ? "" : words.get("areas.type." + unit.type());
    }

    /** The other indicators that any part has. */
    private List<AreaKpi> known() {
        return OTHERS.stream()
                .filter(kpi -> board.parts().stream()
                        .anyMatch(row -> row.figure(kpi).value().isPresent()))
                .toList();
    }

    private static double order(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private Component bars(String title) {
        List<UnitRow> rows = bars();
        double largest =
                rows.stream().mapToDouble(row -> Math.abs(moved(row))).max().orElse(0);
        Figures.Scale unit = figures.moneyScale(largest);
        ObjectNode option = JSON.objectNode();
        option.putObject("grid").put("left", 120).put("right", 76).put("top", 8).put("bottom", 26);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode x = option.putObject("xAxis").put("type", "value").put("name", unit.unit());
        x.put("nameLocation", "end").put("nameGap", 8);
        ObjectNode y = option.putObject("yAxis").put("type", "category").put("inverse", true);
        y.putObject("axisLabel").put("width", 110).put("overflow", "truncate");
        ObjectNode series =
                option.putArray("series").addObject().put("type", "bar").put("barMaxWidth", 16);
        series.put("name", words.get("areas.delta." + board.state().against()));
        ArrayNode names = y.putArray("data");
        ArrayNode data = series.putArray("data");
        for (UnitRow row : rows) {
            double difference = moved(row) / unit.divisor();
            names.add(row.unit().name());
            ObjectNode bar = data.addObject().put("value", Math.rint(difference * 1000) / 1000);
            bar.putObject("itemStyle").put("color", difference < 0 ? "$decrease" : "$increase");
            bar.putObject("label")
                    .put("show", true)
                    .put("position", difference < 0 ? "left" : "right")
                    .put("formatter", figures.difference(difference, unit.decimals()));
        }
        Chart chart = new Chart(title);
        chart.setOption(option);
        Numbers.ofChart(chart, bar -> bar.in(rows).map(this::asked).orElseGet(List::of));
        return chart;
    }

    private static double moved(UnitRow row) {
        return row.figure(AreaKpi.REVENUE).difference().orElseThrow();
    }
}
