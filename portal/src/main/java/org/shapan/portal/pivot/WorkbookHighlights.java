package org.shapan.portal.pivot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.shapan.portal.pivot.format.Highlight;
import org.shapan.portal.pivot.format.Light;
import org.shapan.portal.pivot.format.Range;

/**
 * The marks of a content as conditional formats of a sheet, which follow a figure that is changed there: three rules for
 * lights, each with its tint and its shape before the figure, seven for a scale, bars.
 */
final class WorkbookHighlights {
    /** Groups of cells that one rule is for. */
    private static final int MOST_RUNS = 1_000;

    private final GridContent content;
    private final Marks marks;
    private final int left;
    private final int top;

    /** @param left columns of heads; @param top rows of heads */
    WorkbookHighlights(GridContent content, int left, int top) {
        this.content = content;
        this.marks = Marks.of(content);
        this.left = left;
        this.top = top;
    }

    /** Bars of details, a rule for each line of a measure; those of all lines have one length for one figure. */
    void bars(WorkbookParts parts) {
        if (content.rowCount() == 0 || content.columnCount() == 0) {
            return;
        }
        boolean onColumns = content.columns().lines().getFirst().measure() != null;
        AxisLayout lines = onColumns ? content.columns() : content.rows();
        List<CellRange> across = details(onColumns ? content.rows() : content.columns());
        for (int line = 0; line < lines.lines().size(); line++) {
            int row = onColumns ? 0 : line;
            int column = onColumns ? line : 0;
            Range range = marks.range(content.measure(row, column));
            if (lines.lines().get(line).kind() == AxisLine.Kind.DETAIL
                    && range != null
                    && range.largest() > 0
                    && marks.highlight(row, column).kind() == Highlight.Kind.BARS) {
                int at = line;
                parts.bars(
                        across.stream()
                                .map(run -> onColumns
                                        ? cells(run.top(), at, run.bottom(), at)
                                        : cells(at, run.top(), at, run.bottom()))
                                .collect(Collectors.joining(" ")),
                        range);
            }
        }
    }

    /** Runs of details, from top to bottom; one from the first to the last where there would be too many. */
    private static List<CellRange> details(AxisLayout axis) {
        List<CellRange> runs = new ArrayList<>();
        for (int line = 0; line < axis.lines().size(); line++) {
            if (axis.lines().get(line).kind() == AxisLine.Kind.DETAIL) {
                int top = !runs.isEmpty() && runs.getLast().bottom() == line - 1
                        ? runs.removeLast().top()
                        : line;
                runs.add(new CellRange(top, 0, line, 0));
            }
        }
        return runs.size() <= MOST_RUNS
                ? runs
                : List.of(new CellRange(runs.getFirst().top(), 0, runs.getLast().bottom(), 0));
    }

    private String cells(int row, int column, int lastRow, int lastColumn) {
        return WorkbookParts.cell(top + row, left + column) + ":"
                + WorkbookParts.cell(top + lastRow, left + lastColumn);
    }

    /** Measures stand on columns in one range each, on rows likewise. */
    void write(Worksheet sheet) {
        if (content.rowCount() == 0 || content.columnCount() == 0) {
            return;
        }
        boolean onColumns = content.columns().lines().getFirst().measure() != null;
        AxisLayout along = onColumns ? content.columns() : content.rows();
        AxisLayout other = onColumns ? content.rows() : content.columns();
        List<CellRange> details = details(other);
        int last = other.lines().size() - 1;
        for (int line = 0; line < along.lines().size(); line++) {
            int row = onColumns ? 0 : line;
            int column = onColumns ? line : 0;
            Highlight highlight = marks.highlight(row, column);
            switch (highlight.kind()) {
                case LIGHTS -> lights(area(sheet, onColumns, line, 0, last), highlight, format(onColumns, line));
                case SCALE -> {
                    Range range = marks.range(content.measure(row, column));
                    if (along.lines().get(line).kind() == AxisLine.Kind.DETAIL && range != null) {
                        for (CellRange run : details) {
                            scale(area(sheet, onColumns, line, run.top(), run.bottom()), range);
                        }
                    }
                }
                case TOP, BOTTOM -> {
                    double least = marks.last(content.measure(row, column));
                    if (along.lines().get(line).kind() == AxisLine.Kind.DETAIL && !Double.isNaN(least)) {
                        String from = highlight.kind() == Highlight.Kind.TOP ? ">=" : "<=";
                        for (CellRange run : details) {
                            area(sheet, onColumns, line, run.top(), run.bottom())
                                    .rule(from + least, PaperColours.EXTREME, null);
                        }
                    }
                }
                case BARS, NONE -> {}
            }
        }
    }

    private Area area(Worksheet sheet, boolean onColumns, int line, int from, int to) {
        return onColumns
                ? new Area(sheet, top + from, left + line, top + to, left + line)
                : new Area(sheet, top + line, left + from, top + line, left + to);
    }

    /** The number format of the first figure of a line. */
    private String format(boolean onColumns, int line) {
        int others = onColumns ? content.rowCount() : content.columnCount();
        for (int other = 0; other < others; other++) {
            int row = onColumns ? other : line;
            int column = onColumns ? line : other;
            if (!Double.isNaN(content.number(row, column))) {
                return WorkbookExport.format(content.text(row, column));
            }
        }
        return WorkbookExport.format("");
    }

    private static void lights(Area area, Highlight highlight, String format) {
        String below = highlight.up() ? "<" : ">";
        light(area, (highlight.up() ? ">=" : "<=") + highlight.good(), Light.GREEN, format);
        light(area, below + highlight.bad(), Light.RED, format);
        light(area, below + highlight.good(), Light.YELLOW, format);
    }

    /** In a number format a character after a backslash stands for itself. */
    private static void light(Area area, String condition, Light light, String format) {
        area.rule(condition, PaperColours.tint(light), "\\" + light.sign() + "\\ " + format);
    }

    private static void scale(Area area, Range range) {
        if (range.largest() > range.least()) {
            for (int step = Range.STEPS; step >= 1; step--) {
                area.rule(">=" + range.from(step), PaperColours.step(step), null);
            }
        }
    }

    /** Cells that one rule is for; rules that come first win. */
    private record Area(Worksheet sheet, int top, int left, int bottom, int right) {
        /** @param format of figures that fulfil the condition; null: as they are */
        void rule(String condition, Color tint, String format) {
            String cell = WorkbookParts.cell(top, left);
            StyleSetter style = sheet.range(top, left, bottom, right).style().fillColor(PaperColours.hex(tint));
            (format == null ? style : style.format(format))
                    .set(new ConditionalFormattingExpressionRule(
                            String.format(Locale.ROOT, "AND(ISNUMBER(%s),%s%s)", cell, cell, condition)
                                    .replace("<", "&lt;")
                                    .replace(">", "&gt;"),
                            true));
        }
    }
}
