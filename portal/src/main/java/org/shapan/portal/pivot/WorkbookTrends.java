package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The trends of a content as sparklines: their figures lie on a hidden sheet, a row for each row of the content. */
final class WorkbookTrends {
    /** Lines that a workbook takes at most; in a larger one trends are their last figures. */
    static final int MOST_LINES = 100_000;

    private final GridContent content;
    private final List<Integer> columns = new ArrayList<>();

    WorkbookTrends(GridContent content) {
        this.content = content;
        boolean onRows = content.rows().lines().stream().anyMatch(WorkbookTrends::trend);
        for (int column = 0; column < content.columnCount(); column++) {
            boolean fits = (columns.size() + 1) * Trend.PERIODS <= WorkbookExport.MOST_COLUMNS;
            if (fits && (onRows || trend(content.columns().lines().get(column)))) {
                columns.add(column);
            }
        }
        if ((long) content.rowCount() * columns.size() > MOST_LINES) {
            columns.clear();
        }
    }

    private static boolean trend(AxisLine line) {
        return line.measure() != null && Trend.is(line.measure());
    }

    boolean none() {
        return columns.isEmpty();
    }

    /** Whether a cell is drawn as a line; others of a trend, for which a sheet has no room, show their last figure. */
    boolean draws(int row, int column) {
        return columns.contains(column) && content.trend(row, column) != null;
    }

    /** @param name of the hidden sheet; @param left, top heads of the sheet with the figures */
    void write(Workbook book, String name, WorkbookParts parts, int left, int top) {
        if (columns.isEmpty()) {
            return;
        }
        Worksheet figures = book.newWorksheet(name);
        figures.setVisibilityState(VisibilityState.HIDDEN);
        for (int row = 0; row < content.rowCount(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                double[] course = content.trend(row, columns.get(i));
                if (course != null) {
                    int from = i * Trend.PERIODS;
                    for (int step = 0; step < course.length; step++) {
                        if (!Double.isNaN(course[step])) {
                            figures.value(row, from + step, course[step]);
                        }
                    }
                    String range =
                            WorkbookParts.cell(row, from) + ":" + WorkbookParts.cell(row, from + Trend.PERIODS - 1);
                    parts.sparkline(WorkbookParts.cell(top + row, left + columns.get(i)), name, range);
                }
            }
        }
    }
}
