package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.List;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;

/** Runs the statement of a pivot and lays its result out. */
public final class PivotQuery {
    private final PivotFields fields;
    private final AxisLayout.TotalText totals;

    PivotQuery(PivotFields fields, AxisLayout.TotalText totals) {
        this.fields = fields;
        this.totals = totals;
    }

    /** What the cubes answered, and how long they took. */
    record Answer(String mdx, QueryLoads loads, LaidOut laidOut, long millis) {}

    /**
     * Runs a model.
     *
     * @param model of the fields' cube, with at least one measure, or with a statement of one or two axes
     * @throws SQLException where the engine refuses or fails: an {@code OlapException} with the engine's typed error, also
     *     after the statement was cancelled
     */
    Answer run(OlapStatement statement, PivotModel model) throws SQLException {
        PivotMdx.Statement mdx = PivotMdx.write(model, fields);
        long start = System.nanoTime();
        CellSet cells = statement.executeOlapQuery(mdx.text());
        if (cells.getAxes().isEmpty() || cells.getAxes().size() > 2) {
            throw new OlapException(
                    "a pivot shows one or two axes, not " + cells.getAxes().size() + "; write ON COLUMNS and ON ROWS");
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        AxisReading reading = new AxisReading(model, fields, mdx, totals);
        List<CellSetAxis> axes = cells.getAxes();
        AxisLayout columns = reading.columns(axes.getFirst());
        AxisLayout rows = axes.size() == 1 ? reading.oneRow() : reading.rows(axes.get(1));
        LaidOut laidOut = new LaidOut(
                rows,
                columns,
                reading.trends(axes),
                cells.unwrap(CellBlock.class),
                model.styles(),
                model.look(),
                statement.getConnection().getLocale());
        return new Answer(mdx.text(), cells.unwrap(QueryLoads.class), laidOut, millis);
    }
}
