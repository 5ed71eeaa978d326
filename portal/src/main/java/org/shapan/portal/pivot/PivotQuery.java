package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CellBlock;

/** Runs the statement of a pivot and lays its result out. One query runs at a time; another thread may cancel it. */
public final class PivotQuery {
    private final OlapConnection connection;
    private final PivotFields fields;
    private final AxisLayout.TotalText totals;
    private volatile OlapStatement running;

    public PivotQuery(OlapConnection connection, PivotFields fields, AxisLayout.TotalText totals) {
        this.connection = connection;
        this.fields = fields;
        this.totals = totals;
    }

    /** What the cubes answered, and how long they took. */
    record Answer(String mdx, LaidOut laidOut, long millis) {}

    /**
     * Runs a model.
     *
     * @param model of the fields' cube, with at least one measure
     * @throws SQLException where the engine refuses or fails: an {@code OlapException} with the engine's typed error, also
     *     after {@link #cancel()}
     */
    Answer run(PivotModel model) throws SQLException {
        PivotMdx.Statement mdx = PivotMdx.write(model, fields);
        try (OlapStatement statement = connection.createStatement()) {
            running = statement;
            long start = System.nanoTime();
            CellSet cells = statement.executeOlapQuery(mdx.text());
            long millis = (System.nanoTime() - start) / 1_000_000;
            boolean measuresOnRows = model.measuresOnRows() && !model.columns().isEmpty();
            AxisLayout columns =
                    layout(cells.getAxes().getFirst(), model.columns(), !measuresOnRows, model, mdx.totals());
            AxisLayout rows = cells.getAxes().size() == 1
                    ? oneRow()
                    : layout(cells.getAxes().get(1), model.rows(), measuresOnRows, model, mdx.totals());
            return new Answer(mdx.text(), new LaidOut(rows, columns, cells.unwrap(CellBlock.class)), millis);
        } finally {
            running = null;
        }
    }

    /** Stops the running statement, if any. */
    public void cancel() throws SQLException {
        OlapStatement statement = running;
        if (statement != null) {
            statement.cancel();
        }
    }

    private AxisLayout oneRow() {
        return AxisLayout.of(List.of(List.of()), List.of(), false, PivotModel.Subtotals.NONE, totals);
    }

    private AxisLayout layout(
            CellSetAxis axis,
            List<AxisField> axisFields,
            boolean measured,
            PivotModel model,
            Map<String, String> total) {
        AxisMember.Reader reader = new AxisMember.Reader();
        List<List<AxisMember>> positions = new ArrayList<>(axis.getPositionCount());
        for (Position position : axis.getPositions()) {
            List<AxisMember> members = new ArrayList<>(position.getMembers().size());
            for (Member member : position.getMembers()) {
                members.add(reader.read(member));
            }
            positions.add(members);
        }
        List<AxisLayout.Spec> specs = axisFields.stream()
                .map(field -> spec(field, total.get(field.hierarchy())))
                .toList();
        return AxisLayout.of(positions, specs, measured, model.subtotals(), totals);
    }

    private AxisLayout.Spec spec(AxisField field, String total) {
        PivotFields.HierarchyField hierarchy =
                fields.hierarchy(field.hierarchy()).orElseThrow();
        Map<Integer, String> levels = new HashMap<>();
        hierarchy.levels().forEach(level -> levels.put(level.depth(), level.caption()));
        return new AxisLayout.Spec(field.hierarchy(), total, hierarchy.deepest().depth(), levels, field.open());
    }
}
