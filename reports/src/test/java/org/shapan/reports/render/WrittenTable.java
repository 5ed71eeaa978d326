package org.shapan.reports.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.olap4j.OlapConnection;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.insight.ReportState;

/**
 * A result small enough to count: branches with areas on the rows, a total below; months with two measures on the columns. The figure of row r and
 * column c is 1,000 r + c.
 */
record WrittenTable(List<Line> rows, List<Line> columns, Mark mark) implements CrossTab {
    /** In place of a mark: every figure is a course. */
    static final Mark COURSE = new Mark(0, null, ReportState.NONE);

    static WrittenTable of(int branches, int areas, int months, Mark mark) {
        List<Line> rows = new ArrayList<>();
        for (int branch = 0; branch < branches; branch++) {
            Head outer = new Head(0, 1, rows.size(), areas + 1, "Branch " + (branch + 1), true);
            for (int area = 0; area <= areas; area++) {
                String name =
                        area < areas ? "Area " + (branch + 1) + "." + (area + 1) : "Branch " + (branch + 1) + " total";
                rows.add(new Line(
                        area == areas, List.of(outer, new Head(1, 1, rows.size(), 1, name, area == areas)), outer));
            }
        }
        Head total = new Head(0, 2, rows.size(), 1, "Total", true);
        rows.add(new Line(true, List.of(total), total));
        List<Line> columns = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            Head outer = new Head(0, 1, columns.size(), 2, "Month " + (month + 1), true);
            for (String measure : List.of("Gross revenue", "Closing subscribers")) {
                columns.add(new Line(false, List.of(outer, new Head(1, 1, columns.size(), 1, measure, false)), outer));
            }
        }
        return new WrittenTable(rows, columns, mark);
    }

    /** Where this table is pivot 12 of everybody. */
    PivotSource asSource() {
        return new PivotSource() {
            @Override
            public List<Choice> visible(String login) {
                return List.of(new Choice(12, "", title(), author()));
            }

            @Override
            public CrossTab read(Order order, OlapConnection connection) throws SQLException {
                return WrittenTable.this;
            }
        };
    }

    @Override
    public String title() {
        return "Revenue & subscribers <by> branch";
    }

    @Override
    public String cube() {
        return "Operations";
    }

    @Override
    public String author() {
        return "何建平";
    }

    @Override
    public List<String> filters() {
        return List.of("Brand GoTone, Easyown", "Time 2010");
    }

    @Override
    public String path() {
        return "/pivot?saved=12";
    }

    @Override
    public List<String> corner() {
        return List.of("Branch", "Micro area");
    }

    @Override
    public int columnLevels() {
        return 2;
    }

    @Override
    public String text(int row, int column) {
        return "%,d".formatted(1_000 * row + column);
    }

    @Override
    public double number(int row, int column) {
        return 1_000 * row + column;
    }

    @Override
    public Mark mark(int row, int column) {
        return rows.get(row).strong() ? Mark.NONE : mark;
    }

    @Override
    public int[] course(int row, int column) {
        return mark == COURSE ? new int[] {0, 40, -1, 100, 70} : null;
    }

    @Override
    public void workbook(OutputStream out, String aboutName, List<Map.Entry<String, String>> about) throws IOException {
        out.write((aboutName + about).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void csv(OutputStream out, List<Map.Entry<String, String>> about) throws IOException {
        out.write(about.toString().getBytes(StandardCharsets.UTF_8));
    }
}
