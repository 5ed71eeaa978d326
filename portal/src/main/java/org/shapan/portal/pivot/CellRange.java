package org.shapan.portal.pivot;

import java.util.StringJoiner;

/** A rectangle of cells, both ends included. */
public record CellRange(int top, int left, int bottom, int right) {
    /** Of how many cells it is. */
    public long cells() {
        return (bottom - top + 1L) * (right - left + 1L);
    }

    boolean within(GridContent content) {
        return top >= 0
                && left >= 0
                && top <= bottom
                && left <= right
                && bottom < content.rowCount()
                && right < content.columnCount();
    }

    /** Its figures as lines with tabs between: real numbers, texts where there is no number. */
    String tabbed(GridContent content) {
        StringBuilder lines = new StringBuilder();
        for (int row = top; row <= bottom; row++) {
            StringJoiner line = new StringJoiner("\t");
            for (int column = left; column <= right; column++) {
                double number = content.number(row, column);
                line.add(Double.isNaN(number) ? content.text(row, column) : plain(number));
            }
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    /** A number as spreadsheets read it. */
    static String plain(double number) {
        return new java.math.BigDecimal(Double.toString(number))
                .stripTrailingZeros()
                .toPlainString();
    }
}
