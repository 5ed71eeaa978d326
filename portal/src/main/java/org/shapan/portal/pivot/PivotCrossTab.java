package org.shapan.portal.pivot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shapan.portal.pivot.format.Light;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.insight.ReportState;

/** A result as a report or a PDF shows it: the layout, formats and marks of the screen. */
final class PivotCrossTab implements CrossTab {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * What a result does not say of itself.
     *
     * @param cube caption of its cube
     * @param author name of whose pivot it is
     * @param path opens it in the portal
     * @param trends name of a workbook's sheet of trends
     */
    record About(String title, String cube, String author, List<String> filters, String path, String trends) {}

    private final About about;
    private final GridContent result;
    private final Marks marks;
    private final RowHeads heads;
    private final List<Line> rows;
    private final List<Line> columns;

    PivotCrossTab(About about, GridContent result) {
        this.about = about;
        this.result = result;
        this.marks = Marks.of(result);
        this.heads = RowHeads.of(result);
        List<AxisLine> lines = result.rows().lines();
        this.rows = IntStream.range(0, lines.size())
                .mapToObj(row -> row(lines, row))
                .toList();
        this.columns = result.columns().lines().stream()
                .map(line -> line(
                        line, line.heads().stream().map(PivotCrossTab::head).toList()))
                .toList();
    }

    /** A row with its heads in the form that the person chose. */
    private Line row(List<AxisLine> lines, int row) {
        AxisLine line = lines.get(row);
        boolean compact = result.look().form() == PivotLook.Form.COMPACT;
        boolean repeat = result.look().repeat();
        String path = line.heads().stream().map(HeadCell::text).collect(Collectors.joining(RowHeads.STEP));
        return line(
                line,
                heads.of(row).stream()
                        .map(drawn -> new Head(
                                drawn.column(),
                                drawn.span(),
                                repeat || compact ? row : drawn.head().start(),
                                repeat || compact ? 1 : drawn.head().run(),
                                compact ? drawn.text() : drawn.head().text(),
                                drawn.head().strong(),
                                drawn.indent(),
                                compact && drawn.indent() > 0 ? path : null))
                        .toList());
    }

    private static Line line(AxisLine line, List<Head> heads) {
        return new Line(
                line.kind() != AxisLine.Kind.DETAIL,
                heads,
                line.heads().isEmpty() ? null : head(line.heads().getFirst()));
    }

    private static Head head(HeadCell cell) {
        return new Head(cell.column(), cell.span(), cell.start(), cell.run(), cell.text(), cell.strong());
    }

    @Override
    public String title() {
        return about.title();
    }

    @Override
    public String cube() {
        return about.cube();
    }

    @Override
    public String author() {
        return about.author();
    }

    @Override
    public List<String> filters() {
        return about.filters();
    }

    @Override
    public String path() {
        return about.path();
    }

    @Override
    public List<String> corner() {
        return heads.captions();
    }

    @Override
    public List<Line> rows() {
        return rows;
    }

    @Override
    public List<Line> columns() {
        return columns;
    }

    @Override
    public int columnLevels() {
        return Math.max(1, result.columns().headColumns().size());
    }

    @Override
    public String text(int row, int column) {
        return result.text(row, column);
    }

    @Override
    public double number(int row, int column) {
        return result.number(row, column);
    }

    @Override
    public Mark mark(int row, int column) {
        Marks.Mark mark = marks.mark(row, column, result.number(row, column));
        if (mark.light() != null) {
            return new Mark(0, PaperColours.tint(mark.light()), state(mark.light()));
        }
        if (mark.extreme()) {
            return new Mark(0, PaperColours.EXTREME, ReportState.NONE);
        }
        return mark.step() > 0
                ? new Mark(0, PaperColours.step(mark.step()), ReportState.NONE)
                : mark.bar() > 0 ? new Mark(mark.bar(), null, ReportState.NONE) : Mark.NONE;
    }

    @Override
    public int[] course(int row, int column) {
        double[] course = result.trend(row, column);
        return course == null ? null : Trend.heights(course);
    }

    private static ReportState state(Light light) {
        return switch (light) {
            case RED -> ReportState.RED;
            case YELLOW -> ReportState.YELLOW;
            case GREEN -> ReportState.GREEN;
        };
    }

    @Override
    public void workbook(OutputStream out, String aboutName, List<Map.Entry<String, String>> facts) throws IOException {
        new WorkbookExport(sheet(facts), aboutName, about.trends(), true).write(out);
    }

    @Override
    public void csv(OutputStream out, List<Map.Entry<String, String>> facts) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        TextExport.COMMA.write(sheet(facts), writer);
        writer.flush();
    }

    private ExportSheet sheet(List<Map.Entry<String, String>> facts) {
        List<ExportSheet.Fact> lines = facts.stream()
                .map(fact -> new ExportSheet.Fact(fact.getKey(), fact.getValue()))
                .toList();
        return new ExportSheet(title(), lines, result);
    }
}
