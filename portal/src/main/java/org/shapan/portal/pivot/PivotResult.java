package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.shapan.engine.api.QueryLoads;
import org.shapan.portal.pivot.format.Highlight;

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
    private final PivotFields fields;
    private final String mdx;
    private final QueryLoads loads;
    private final int rowCount;
    private final int columnCount;
    private final long millis;
    private final ResultShelf shelf;
    private final long number;
    private final Reread reread;

    PivotResult(PivotModel model, PivotFields fields, PivotQuery.Answer answer, ResultShelf shelf, Reread reread) {
        LaidOut laidOut = answer.laidOut();
        this.model = model;
        this.fields = fields;
        this.mdx = answer.mdx();
        this.loads = answer.loads();
        this.rowCount = laidOut.rowCount();
        this.columnCount = laidOut.columnCount();
        this.millis = answer.millis();
        this.shelf = shelf;
        this.reread = reread;
        this.number = shelf.number();
        shelf.put(number, laidOut);
    }

    public PivotModel model() {
        return model;
    }

    /** What the cube offered that was asked; another one may be open by now. */
    public PivotFields fields() {
        return fields;
    }

    public String mdx() {
        return mdx;
    }

    /** How the cubes answered. */
    public QueryLoads loads() {
        return loads;
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

    @Override
    public PivotLook look() {
        return model.look();
    }

    @Override
    public double[] trend(int row, int column) {
        return laidOut().trend(row, column);
    }

    @Override
    public Highlight highlight(String measure) {
        return model.style(measure).highlight();
    }

    @Override
    public GridContent whole() {
        return laidOut();
    }

    /** Whether a member's children are shown. */
    boolean opened(String member) {
        LaidOut laidOut = laidOut();
        return Stream.concat(laidOut.rows().lines().stream(), laidOut.columns().lines().stream())
                .flatMap(line -> line.heads().stream())
                .anyMatch(head -> head.box() == HeadCell.Box.OPEN && member.equals(head.member()));
    }

    @Override
    public boolean sortable() {
        return !model.rows().isEmpty() && model.mdx() == null;
    }

    @Override
    public Sort.Order sorted(int column) {
        return model.sort() == null ? null : ColumnSort.order(model, sortKey(column));
    }

    /** See {@link ColumnSort#key}. */
    List<String> sortKey(int column) {
        return ColumnSort.key(model, rows(), columns(), column);
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
