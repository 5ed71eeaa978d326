package org.shapan.portal.monitor;

import java.util.List;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.monitor.MonitorBoard.Tile;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.sp.SpCompanyState;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.State;

/** Writes a page in the reader's language; names of figures are those of the catalog. */
final class MonitorText {
    private final MonitorBoard board;
    private final Words words;
    private final FigureText text;

    MonitorText(MonitorBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.text = new FigureText(figures, words);
    }

    KpiTile.Content tile(Tile tile) {
        Metric metric = tile.metric();
        var state = tile.figure().state();
        return new KpiTile.Content(
                tile.caption(),
                text.value(metric.form(), tile.figure().value().orElseThrow()),
                Marks.of(state),
                state != org.shapan.insight.State.NONE,
                tile.trend(),
                text.comparisons(tile.figure(), "EXPECTATION"),
                AreaPivotLink.of(
                        tile.cube(),
                        metric.measure(),
                        board.path().getLast().uniqueName(),
                        board.level(),
                        board.monthMember(),
                        null),
                text.explanation(tile.caption() + " " + metric.id(), tile.figure()));
    }

    /** The title of a block. */
    String title(MonitorBoard.Rows rows) {
        return words.get("monitor.block." + rows.block().key());
    }

    String cell(Metric metric, MonitorBoard.Row row) {
        return FigureText.text(row.value(metric), value -> text.cell(metric.form(), value));
    }

    /** A figure with its unit, for the points of a drawing. */
    String full(Metric metric, MonitorBoard.Row row) {
        return FigureText.text(
                row.value(metric), value -> text.value(metric.form(), value).toString());
    }

    /** Null for a figure that is not judged. */
    static State state(Metric metric, MonitorBoard.Row row) {
        var state = row.state(metric);
        return state == org.shapan.insight.State.NONE ? null : Marks.of(state);
    }

    /** A service provider leads to its page, any other row to the pivot. */
    String open(MonitorBoard.Rows rows, MonitorBoard.Row row) {
        return switch (rows.block().level()) {
            case MonitorPage.Names.COMPANY -> new SpCompanyState(board.state().period(), row.code(), null).href();
            case MonitorPage.Names.CODE ->
                new SpCompanyState(board.state().period(), row.typeCode(), row.code()).href();
            default -> href(rows, row);
        };
    }

    /** The pivot that shows a row under the filters of the page. */
    String href(MonitorBoard.Rows rows, MonitorBoard.Row row) {
        String level = rows.block().level();
        String hierarchy = level.substring(0, level.lastIndexOf('.'));
        AxisField axis = AxisField.of(hierarchy, level);
        if (!row.equals(rows.total())) {
            axis = axis.pick(List.of(row.uniqueName()));
        }
        return AreaPivotLink.of(PivotModel.of(rows.block().cube())
                .withAxes(List.of(axis), List.of())
                .withMeasures(rows.captions().keySet().stream()
                        .map(metric -> "[Measures].[" + metric.measure() + "]")
                        .toList())
                .withFilters(List.of(
                        new FilterField("[Time].[Calendar]", List.of(board.monthMember())),
                        new FilterField(
                                "[Area].[Managed]",
                                List.of(board.path().getLast().uniqueName())))));
    }
}
