package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.chart.ChartKind;
import tools.jackson.databind.JsonNode;

/** What is drawn of a result: which lines, as which kind, with which figures, and the cell behind each mark. */
class ChartsTest extends OperatedPivot {
    private static final String SHARE = "[Measures].[Data share]";

    private static PivotChart chart(PivotResult result, ChartKind kind, CellRange range) {
        int row = range == null ? 0 : range.top();
        int column = range == null ? 0 : range.left();
        return PivotChart.of(
                result, new PivotChart.Asked(row, column, range, kind, List.of(TIME)), true, "Other", Locale.ENGLISH);
    }

    /** Each mark's cell holds the mark's figure. */
    private static void marksAreTheirCells(PivotResult result, PivotChart chart, double divisor) {
        int marks = 0;
        for (JsonNode series : chart.option().get("series")) {
            for (JsonNode point : series.get("data")) {
                if (point.has("cell")
                        && point.has("value")
                        && !point.get("value").isNull()) {
                    String[] cell = point.get("cell").asString().split(":");
                    JsonNode value = point.get("value");
                    double number =
                            value.isArray() ? value.get(value.size() - 1).asDouble() : value.asDouble();
                    assertThat(number)
                            .isCloseTo(
                                    result.number(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])) / divisor,
                                    org.assertj.core.data.Offset.offset(0.001));
                    marks++;
                }
            }
        }
        assertThat(marks).isPositive();
    }

    @Test
    void theKindFollowsTheShapeOfTheResult() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);
        PivotModel months = branches.put(TIME, MONTH, Place.COLUMNS).pick(TIME, List.of("latest 12 " + MONTH));

        assertThat(chart(run(branches), null, null).kind()).isEqualTo(ChartKind.BAR);
        assertThat(chart(run(crossed), null, null).kind()).isEqualTo(ChartKind.STACKED);
        assertThat(chart(run(crossed.withMeasures(List.of(SHARE))), null, null).kind())
                .as("shares do not add up")
                .isEqualTo(ChartKind.BAR);
        PivotResult inTime = run(months);
        PivotChart lines = chart(inTime, null, null);
        assertThat(lines.kind()).isEqualTo(ChartKind.LINE);
        assertThat(lines.table().categories()).as("periods along the axis").hasSize(12);
        assertThat(lines.table().series().getFirst().name())
                .isEqualTo(details(inTime).getFirst());
    }

    @Test
    void aMarkNamesTheCellItStandsFor() throws Exception {
        PivotResult result = run(branches.put(brand, brand + ".[Brand]", Place.COLUMNS));

        for (ChartKind kind : List.of(
                ChartKind.BAR,
                ChartKind.STACKED,
                ChartKind.LINE,
                ChartKind.AREA,
                ChartKind.HEATMAP,
                ChartKind.PIE,
                ChartKind.HORIZONTAL,
                ChartKind.PARETO,
                ChartKind.SUNBURST)) {
            PivotChart chart = chart(result, kind, null);
            assertThat(chart.kind()).isEqualTo(kind);
            String[] first =
                    chart.table().series().getFirst().cells().getFirst().split(":");
            double divisor = result.number(Integer.parseInt(first[0]), Integer.parseInt(first[1]))
                    / chart.table().series().getFirst().values().getFirst();
            assertThat(divisor).as("the table holds figures as they are").isEqualTo(1);
            marksAreTheirCells(result, chart, chart.unit().startsWith("K") ? 1_000 : 1_000_000);
        }
    }

    @Test
    void partsOfAWholeAreNotDrawnOfRatios() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(SHARE)));

        PivotChart chart = chart(result, ChartKind.PIE, null);

        assertThat(chart.kind()).isEqualTo(ChartKind.BAR);
        assertThat(chart.kinds())
                .doesNotContain(ChartKind.PIE, ChartKind.STACKED, ChartKind.TREEMAP, ChartKind.WATERFALL);
        assertThat(chart.unit()).isEqualTo("%");
    }

    @Test
    void aPieHasFivePartsAndTheRest() throws Exception {
        PivotResult result = run(branches.pick(AREA, List.of("level " + MICRO)));

        JsonNode parts = chart(result, ChartKind.PIE, range(result))
                .option()
                .get("series")
                .get(0)
                .get("data");

        List<Double> values = new ArrayList<>();
        parts.forEach(part -> values.add(part.get("value").asDouble()));
        assertThat(values).hasSize(6);
        assertThat(parts.get(5).get("name").asString()).isEqualTo("Other");
        double whole = values.stream().mapToDouble(d -> d).sum();
        assertThat(values.getFirst() / whole)
                .isCloseTo(
                        numbers(result).stream().max(Double::compare).orElseThrow() / total(result),
                        org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void theLargestOfManyAreDrawnWhereverTheyStand() throws Exception {
        PivotFields.HierarchyField service = session.fields("Revenue", false).hierarchies().stream()
                .filter(hierarchy -> hierarchy.uniqueName().startsWith("[Service]"))
                .findFirst()
                .orElseThrow();
        PivotResult result = run(branches.pick(AREA, List.of("level " + MICRO))
                .put(service.uniqueName(), service.deepest().uniqueName(), Place.ROWS)
                .withSubtotals(PivotModel.Subtotals.NONE)
                .withTotals(false));
        assertThat(result.rowCount()).as("more than are drawn").isGreaterThan(200);
        List<Double> largest = numbers(result).stream()
                .filter(number -> number > 0)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();

        PivotChart treemap = chart(result, ChartKind.TREEMAP, range(result));
        PivotChart pie = chart(result, ChartKind.PIE, range(result));

        assertThat(treemap.table().series().getFirst().values()).isEqualTo(largest.subList(0, 200));
        assertThat(treemap.left()).isEqualTo(result.rowCount() - 200);
        assertThat(treemap.table().series().getFirst().cells().stream()
                        .map(cell -> cell.split(":"))
                        .map(cell -> result.number(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])))
                        .toList())
                .as("figures of their cells")
                .isEqualTo(largest.subList(0, 200));
        assertThat(pie.left()).isZero();
        assertThat(pie.table().series().getFirst().values().subList(0, 5)).isEqualTo(largest.subList(0, 5));
    }

    @Test
    void sharesOfAStackAddUpAndAParetoEndsWithEverything() throws Exception {
        PivotResult result = run(branches.put(brand, brand + ".[Brand]", Place.COLUMNS));
        JsonNode stacks = chart(result, ChartKind.PERCENT, null).option().get("series");
        JsonNode pareto = chart(result, ChartKind.PARETO, null).option();

        int last = result.columnCount() - 1;
        for (int row = 0; row < details(result).size(); row++) {
            double sum = 0;
            for (int series = 0; series < stacks.size(); series++) {
                double share =
                        stacks.get(series).get("data").get(row).get("value").asDouble();
                assertThat(share)
                        .isCloseTo(
                                100 * result.number(row, series) / result.number(row, last),
                                org.assertj.core.data.Offset.offset(0.001));
                sum += share;
            }
            assertThat(sum).isCloseTo(100, org.assertj.core.data.Offset.offset(0.001));
        }
        JsonNode together = pareto.get("series").get(1).get("data");
        assertThat(together.get(together.size() - 1).asDouble()).isEqualTo(100);
        List<Double> bars = new ArrayList<>();
        pareto.get("series")
                .get(0)
                .get("data")
                .forEach(bar -> bars.add(bar.get("value").asDouble()));
        assertThat(bars).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aRadarHasACornerForEachMemberAndALineForEachSeries() throws Exception {
        PivotResult result = run(branches.put(brand, brand + ".[Brand]", Place.COLUMNS));
        JsonNode radar = chart(result, ChartKind.RADAR, null).option();

        assertThat(radar.get("radar").get("indicator")).hasSize(details(result).size());
        assertThat(radar.get("series").get(0).get("data")).hasSize(result.columnCount() - 1);
    }

    @Test
    void aWaterfallEndsAtTheSum() throws Exception {
        PivotResult result = run(branches);

        JsonNode steps = chart(result, ChartKind.WATERFALL, null)
                .option()
                .get("series")
                .get(1)
                .get("data");

        double sum = 0;
        for (int i = 0; i < steps.size() - 1; i++) {
            sum += steps.get(i).get("value").asDouble();
        }
        assertThat(steps.get(steps.size() - 1).get("value").asDouble())
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void twoMeasuresAreDrawnAgainstEachOther() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(GROSS, SHARE)));

        PivotChart combo = chart(result, ChartKind.COMBO, null);
        PivotChart scatter = chart(result, ChartKind.SCATTER, null);

        assertThat(combo.option().get("series").get(1).get("yAxisIndex").asInt())
                .isOne();
        JsonNode first =
                scatter.option().get("series").get(0).get("data").get(0).get("value");
        assertThat(first.get(1).asDouble())
                .isCloseTo(result.number(0, 1) * 100, org.assertj.core.data.Offset.offset(0.001));
        assertThat(chart(run(branches), ChartKind.SCATTER, null).kind()).isEqualTo(ChartKind.BAR);
    }

    @Test
    void markedCellsRestrictTheChart() throws Exception {
        PivotResult result = run(branches.put(brand, brand + ".[Brand]", Place.COLUMNS));

        PivotChart chart = chart(result, null, new CellRange(1, 1, 2, 2));

        assertThat(chart.table().categories()).isEqualTo(details(result).subList(1, 3));
        assertThat(chart.table().series()).hasSize(2);
        assertThat(chart.table().series().getFirst().cells()).containsExactly("1:1", "2:1");
    }

    @Test
    void theKindIsPartOfTheLink() throws Exception {
        PivotResult result = run(branches.withChart(ChartKind.TREEMAP));

        assertThat(chart(result, result.model().chart(), null).kind()).isEqualTo(ChartKind.TREEMAP);
        assertThat(PivotLink.write(result.model())).containsEntry("chart", List.of("treemap"));
    }

    private static CellRange range(PivotResult result) {
        return new CellRange(0, 0, result.rowCount() - 1, 0);
    }
}
