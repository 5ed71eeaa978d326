package org.shapan.portal.pivot;

import org.shapan.portal.pivot.format.Highlight;

/** What a grid shows: two laid-out axes and the cells between them, read one by one as they come into sight. */
public interface GridContent {
    AxisLayout rows();

    AxisLayout columns();

    /** How it stands on the screen. */
    default PivotLook look() {
        return PivotLook.DEFAULT;
    }

    /** The formatted figure; "" for an empty cell, {@code #ERR} for a failed one. */
    String text(int row, int column);

    /** The number; NaN for an empty, failed or textual cell. */
    double number(int row, int column);

    /** Unique name of the measure of a cell: it stands on one of the axes. */
    default String measure(int row, int column) {
        String onRows = rows().lines().get(row).measure();
        return onRows != null ? onRows : columns().lines().get(column).measure();
    }

    /** The course of a measure shown as its trend, {@link Trend#PERIODS} figures of which the last is the number, NaN where there is none; else null. */
    default double[] trend(int row, int column) {
        return null;
    }

    /** How the person wants figures of a measure to be marked; null: as usual. */
    default Highlight highlight(String measure) {
        return null;
    }

    /** Whether a click on a head can order the rows. */
    default boolean sortable() {
        return false;
    }

    /** The order of the rows by a column, or by the labels of a head column (−1 and below); null: another one, or none. */
    default Sort.Order sorted(int column) {
        return null;
    }

    /** The same with all cells at hand, for who reads many of them at once; it is not to be kept. */
    default GridContent whole() {
        return this;
    }

    default int rowCount() {
        return rows().lines().size();
    }

    default int columnCount() {
        return columns().lines().size();
    }
}
