package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shapan.portal.pivot.chart.ChartKind;
import org.shapan.portal.pivot.chart.ChartOption;
import org.shapan.portal.pivot.chart.ChartTable;
import org.shapan.portal.pivot.chart.ChartTable.Series;
import org.shapan.portal.text.Figures;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chart beside a result: the siblings of the chosen row as categories, the column groups as series, one measure; where
 * periods stand on columns, they are the categories and the rows the series. What is left out is said in {@link #left}.
 *
 * @param title what is drawn
 * @param unit of the value axis; empty for plain numbers
 * @param kind as which it is drawn
 * @param kinds as which it can be drawn
 * @param left lines that are not drawn
 */
record PivotChart(
        String title,
        String unit,
        ChartKind kind,
        List<ChartKind> kinds,
        ChartTable table,
        int left,
        ObjectNode option) {
    /** Most marks along the axis, by kind: bars need room. */
    private static final int MOST_BARS = 12;

    private static final int MOST_POINTS = 200;
    private static final int MOST_SERIES = 6;
    private static final int MOST_STRIPES = 40;

    PivotChart {
        kinds = List.copyOf(kinds);
    }

    /**
     * What is to be drawn.
     *
     * @param row of the chosen cell
     * @param column of the chosen cell
     * @param range marked cells, to which the chart is restricted; null: none
     * @param kind null: that which suits
     * @param times hierarchies of periods
     */
    record Asked(int row, int column, CellRange range, ChartKind kind, List<String> times) {}

    /**
     * Draws the neighbourhood of a cell of a non-empty result, or the details of a range.
     *
     * @param yuan whether amounts are in yuan; else their currency is not known
     * @param rest what parts left out are called
     */
    static PivotChart of(PivotResult result, Asked asked, boolean yuan, String rest, Locale locale) {
        LaidOut content = result.laidOut();
        return new Drawing(result, content, asked).draw(yuan, rest, locale);
    }

    private static final class Drawing {
        private final PivotResult result;
        private final LaidOut content;
        private final Asked asked;
        private final List<AxisLine> rows;
        private final List<AxisLine> columns;
        private final String measure;
        private final List<Integer> down;
        private final List<Integer> across;

        Drawing(PivotResult result, LaidOut content, Asked asked) {
            this.result = result;
            this.content = content;
            this.asked = asked;
            this.rows = content.rows().lines();
            this.columns = content.columns().lines();
            this.measure = content.measure(asked.row(), asked.column());
            CellRange range = asked.range();
            int group = rows.get(asked.row()).group();
            List<Integer> found = range == null
                    ? lines(rows, i -> rows.get(i).group() == group)
                    : lines(rows, i -> i >= range.top() && i <= range.bottom());
            this.down = range == null && found.size() < 2 ? lines(rows, i -> true) : found;
            this.across = lines(
                    columns,
                    i -> columns.get(i).kind() == AxisLine.Kind.DETAIL
                            && (range == null || (i >= range.left() && i <= range.right())));
        }

        /** Lines of the measure that are no grand totals. */
        private List<Integer> lines(List<AxisLine> axis, IntPredicate which) {
            return IntStream.range(0, axis.size())
                    .filter(i -> axis.get(i).kind() != AxisLine.Kind.TOTAL
                            && (axis.get(i).measure() == null
                                    || axis.get(i).measure().equals(measure)))
                    .filter(which)
                    .boxed()
                    .toList();
        }

        PivotChart draw(boolean yuan, String rest, Locale locale) {
            List<Integer> drawnAcross = across.isEmpty() ? List.of(asked.column()) : across;
            List<Integer> drawnDown = down.isEmpty() ? List.of(asked.row()) : down;
            boolean periodsAcross = periods(result.model().columns(), columns.get(drawnAcross.getFirst()));
            boolean periodsDown = periods(result.model().rows(), rows.get(drawnDown.getFirst()));
            boolean turned = periodsAcross && !periodsDown && drawnAcross.size() > 2;
            boolean ratio = content.text(asked.row(), asked.column()).endsWith("%");
            ChartTable whole = table(turned, drawnDown, drawnAcross, periodsAcross && turned || periodsDown, ratio);
            List<ChartKind> kinds = ChartKind.fitting(whole);
            ChartKind kind = asked.kind() != null && kinds.contains(asked.kind()) ? asked.kind() : ChartKind.of(whole);
            boolean parts = kind.largestFirst();
            int categories = whole.categories().size();
            int most = mostCategories(kind);
            int series = Math.min(whole.series().size(), kind == ChartKind.HEATMAP ? MOST_STRIPES : MOST_SERIES);
            ChartTable shown =
                    cut(parts ? whole.largestFirst() : whole, Math.min(most, categories), one(kind) ? 1 : series);
            Figures.Scale scale = scale(shown, kind, yuan, locale);
            AxisLine measured =
                    rows.get(asked.row()).measure() != null ? rows.get(asked.row()) : columns.get(asked.column());
            ObjectNode option = ChartOption.of(
                    shown, kind, new ChartOption.Look(scale.divisor(), scale.unit(), measured.label(), rest));
            return new PivotChart(
                    title(rows.get(asked.row()), columns.get(asked.column())),
                    scale.unit(),
                    kind,
                    kinds,
                    shown,
                    Math.max(0, categories - most),
                    option);
        }

        /** Whether the innermost field of an axis is a time. */
        private boolean periods(List<AxisField> axis, AxisLine line) {
            return !axis.isEmpty()
                    && asked.times().contains(axis.getLast().hierarchy())
                    && line.heads().stream()
                            .anyMatch(head -> axis.getLast().hierarchy().equals(head.hierarchy()));
        }

        private static boolean one(ChartKind kind) {
            return switch (kind) {
                case PIE, SUNBURST, TREEMAP, WATERFALL, COMBO, PARETO, HORIZONTAL, SCATTER -> true;
                case BAR, STACKED, PERCENT, LINE, AREA, HEATMAP, RADAR -> false;
            };
        }

        private static int mostCategories(ChartKind kind) {
            return switch (kind) {
                case BAR, HORIZONTAL, STACKED, PERCENT, COMBO, WATERFALL, RADAR -> MOST_BARS;
                case LINE, AREA, PARETO, SUNBURST, TREEMAP, SCATTER -> MOST_POINTS;
                case PIE -> Integer.MAX_VALUE; // what is small is put together
                case HEATMAP -> MOST_STRIPES;
            };
        }

        private ChartTable table(
                boolean turned, List<Integer> rowLines, List<Integer> columnLines, boolean timed, boolean ratio) {
            List<Integer> categories = turned ? columnLines : rowLines;
            List<Integer> others = turned ? rowLines : columnLines;
            List<AxisLine> along = turned ? columns : rows;
            List<Series> series = new ArrayList<>();
            for (int other : first(others)) {
                List<Double> values = new ArrayList<>();
                List<String> cells = new ArrayList<>();
                for (int category : categories) {
                    int row = turned ? other : category;
                    int column = turned ? category : other;
                    values.add(content.number(row, column));
                    cells.add(row + ":" + column);
                }
                series.add(new Series(seriesName((turned ? rows : columns).get(other)), values, cells));
            }
            return new ChartTable(
                    categories.stream().map(i -> names(along.get(i)).getLast()).toList(),
                    categories.stream().map(i -> group(along.get(i))).toList(),
                    series,
                    turned ? null : second(rowLines),
                    timed,
                    ratio);
        }

        /** The chosen line first: what is drawn alone is that. */
        private List<Integer> first(List<Integer> others) {
            int chosen = others.equals(down) ? asked.row() : asked.column();
            return asked.range() == null
                            && (one(asked.kind() == null ? ChartKind.BAR : asked.kind()))
                            && others.contains(chosen)
                    ? IntStream.concat(
                                    IntStream.of(chosen),
                                    others.stream().mapToInt(i -> i).filter(i -> i != chosen))
                            .boxed()
                            .toList()
                    : others;
        }

        /** The next measure in the chosen column's group; null where measures do not stand on columns, or there is one. */
        private Series second(List<Integer> rowLines) {
            AxisLine chosen = columns.get(asked.column());
            List<String> measures = result.model().measures();
            if (chosen.measure() == null || measures.size() < 2) {
                return null;
            }
            String next = measures.get((measures.indexOf(measure) + 1) % measures.size());
            List<HeadCell> outer = chosen.heads().subList(0, chosen.heads().size() - 1);
            return IntStream.range(0, columns.size())
                    .filter(i -> next.equals(columns.get(i).measure())
                            && columns.get(i)
                                    .heads()
                                    .subList(0, columns.get(i).heads().size() - 1)
                                    .equals(outer))
                    .mapToObj(i -> new Series(
                            columns.get(i).label(),
                            rowLines.stream()
                                    .map(row -> content.number(row, i) * percent(rowLines.getFirst(), i))
                                    .toList(),
                            rowLines.stream().map(row -> row + ":" + i).toList()))
                    .findFirst()
                    .orElse(null);
        }

        private int percent(int row, int column) {
            return content.text(row, column).endsWith("%") ? 100 : 1;
        }

        private static ChartTable cut(ChartTable table, int categories, int series) {
            return new ChartTable(
                    table.categories().subList(0, categories),
                    table.groups().subList(0, categories),
                    table.series().subList(0, series).stream()
                            .map(row -> cut(row, categories))
                            .toList(),
                    table.second() == null ? null : cut(table.second(), categories),
                    table.timed(),
                    table.ratio());
        }

        private static Series cut(Series row, int categories) {
            return new Series(
                    row.name(), row.values().subList(0, categories), row.cells().subList(0, categories));
        }

        private Figures.Scale scale(ChartTable table, ChartKind kind, boolean yuan, Locale locale) {
            if (table.ratio()) {
                return new Figures.Scale(0.01, "%", 1);
            }
            if (!content.text(asked.row(), asked.column()).matches(".*\\.\\d\\d")) {
                return new Figures.Scale(1, "", 0);
            }
            boolean stacked = kind == ChartKind.STACKED || kind == ChartKind.AREA;
            double most = 0;
            for (int i = 0; i < table.categories().size(); i++) {
                double column = 0;
                for (Series series : table.series()) {
                    double number = series.values().get(i);
                    double size = Double.isNaN(number) ? 0 : Math.abs(number);
                    column = stacked ? column + size : Math.max(column, size);
                }
                most = Math.max(most, column);
            }
            return yuan
                    ? Figures.in(locale).moneyScale(most)
                    : Figures.in(locale).amountScale(most);
        }
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

    /** What a line's innermost member lies in. */
    private static String group(AxisLine line) {
        List<String> members = members(line);
        return members.size() < 2 ? "" : String.join(" › ", members.subList(0, members.size() - 1));
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
}
