package org.shapan.portal.pivot;

import java.sql.SQLException;

/**
 * A result as an open pivot knows it: what was asked, how large the answer is, and where it lies. The cells lie on the
 * {@link ResultShelf}; when they are gone from there they are asked for again. Safe to read from any thread; reading may
 * throw {@link ResultGoneException}.
 */
public final class PivotResult implements GridContent {
    /** Asks the cubes again. */
    interface Reread {
        LaidOut read() throws SQLException;
    }

    private final PivotModel model;
    private final String mdx;
    private final int rowCount;
    private final int columnCount;
    private final long millis;
    private final ResultShelf shelf;
    private final long number;
    private final Reread reread;

    PivotResult(PivotModel model, String mdx, LaidOut laidOut, long millis, ResultShelf shelf, Reread reread) {
        this.model = model;
        this.mdx = mdx;
        this.rowCount = laidOut.rowCount();
        this.columnCount = laidOut.columnCount();
        this.millis = millis;
        this.shelf = shelf;
        this.reread = reread;
        this.number = shelf.number();
        shelf.put(number, laidOut);
    }

    public PivotModel model() {
        return model;
    }

    public String mdx() {
        return mdx;
    }

    /** Time from sending the statement to the finished cell set. */
    public long millis() {
        return millis;
    }

    public boolean empty() {
        return rowCount == 0 || columnCount == 0;
    }

    @Override
    public int rowCount() {
        return rowCount;
    }

    @Override
    public int columnCount() {
        return columnCount;
    }

    @Override
    public AxisLayout rows() {
        return laidOut().rows();
    }

    @Override
    public AxisLayout columns() {
        return laidOut().columns();
    }

    @Override
    public String text(int row, int column) {
        return laidOut().text(row, column);
    }

    @Override
    public double number(int row, int column) {
        return laidOut().number(row, column);
    }

    /** Its number on the shelf. */
    long number() {
        return number;
    }

    /** The whole result, for who reads much of it at once. */
    LaidOut laidOut() {
        LaidOut found = shelf.get(number);
        if (found != null) {
            return found;
        }
        try {
            LaidOut again = reread.read();
            if (again.rowCount() != rowCount || again.columnCount() != columnCount) {
                throw new ResultGoneException("The data changed since the result was read; run the pivot again", null);
            }
            shelf.put(number, again);
            return again;
        } catch (SQLException e) {
            throw new ResultGoneException("The result could not be read again: " + e.getMessage(), e);
        }
    }
}
