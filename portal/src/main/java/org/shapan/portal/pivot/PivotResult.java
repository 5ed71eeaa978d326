package org.shapan.portal.pivot;

import java.util.List;
import org.olap4j.Cell;
import org.olap4j.CellSet;

/**
 * A laid-out result. Cells are read from the cell set when they are asked for, so that a large result costs little until
 * it is scrolled to; the cell set must stay open as long as the result is shown.
 */
public final class PivotResult {
    private final PivotModel model;
    private final String mdx;
    private final AxisLayout rows;
    private final AxisLayout columns;
    private final CellSet cells;
    private final long millis;

    PivotResult(PivotModel model, String mdx, AxisLayout rows, AxisLayout columns, CellSet cells, long millis) {
        this.model = model;
        this.mdx = mdx;
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.millis = millis;
    }

    public PivotModel model() {
        return model;
    }

    public String mdx() {
        return mdx;
    }

    public AxisLayout rows() {
        return rows;
    }

    public AxisLayout columns() {
        return columns;
    }

    /** Time from sending the statement to the finished cell set. */
    public long millis() {
        return millis;
    }

    public boolean empty() {
        return rows.lines().isEmpty() || columns.lines().isEmpty();
    }

    /** The formatted figure; "" for an empty cell, the error's text for a failed one. */
    public String text(int row, int column) {
        Cell cell = cell(row, column);
        if (cell.isError()) {
            return "#ERR";
        }
        return cell.isNull() ? "" : minus(cell.getFormattedValue());
    }

    /** Figures on screen have a true minus, which keeps its column (guide 5). */
    private static String minus(String formatted) {
        return formatted.startsWith("-") ? "\u2212" + formatted.substring(1) : formatted;
    }

    /** The number; NaN for an empty, failed or textual cell. */
    public double number(int row, int column) {
        Cell cell = cell(row, column);
        return !cell.isError() && cell.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The measure of a cell: it stands on one of the axes. */
    public String measure(int row, int column) {
        String onRows = rows.lines().get(row).measure();
        return onRows != null ? onRows : columns.lines().get(column).measure();
    }

    private Cell cell(int row, int column) {
        int across = columns.lines().get(column).position();
        int down = rows.lines().get(row).position();
        return cells.getAxes().size() == 1 ? cells.getCell(List.of(across)) : cells.getCell(List.of(across, down));
    }
}
