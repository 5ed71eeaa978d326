package org.shapan.portal.pivot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A result as a workbook: a sheet with merged and frozen heads and real numbers in their formats; a sheet of facts; a hidden
 * one with the figures of trends.
 */
final class WorkbookExport {
    /** What a sheet can hold. */
    static final int MOST_ROWS = 1_048_576;

    static final int MOST_COLUMNS = 16_384;
    private static final int FLUSH = 1_000;
    private static final int TEXT_WIDTH = 18;
    private static final int NUMBER_WIDTH = 14;
    private static final int FACTS_WIDTH = 60;
    private static final int NAME = 31;
    private static final String HEAD_FILL = "F4F2ED";
    private static final String TOTAL_FILL = "F0EDE6";

    private final ExportSheet sheet;
    private final GridContent content;

    private final String factsName;
    private final String trendsName;
    private final WorkbookTrends trends;
    private final boolean factsFirst;
    private final WorkbookParts parts;

    /**
     * @param factsName name of the sheet of facts
     * @param trendsName name of the hidden sheet
     */
    WorkbookExport(ExportSheet sheet, String factsName, String trendsName) {
        this(sheet, factsName, trendsName, false);
    }

    /** @param factsFirst whether the facts stand before the figures, as in the workbook of a report */
    WorkbookExport(ExportSheet sheet, String factsName, String trendsName, boolean factsFirst) {
        this.factsFirst = factsFirst;
        this.parts = new WorkbookParts(factsFirst ? 2 : 1);
        this.sheet = sheet;
        this.content = sheet.content();
        this.factsName = factsName;
        this.trendsName = trendsName;
        this.trends = new WorkbookTrends(content);
    }

    void write(OutputStream out) throws IOException {
        WorkbookHighlights highlights = new WorkbookHighlights(content, sheet.headColumns(), sheet.headRows());
        highlights.bars(parts);
        if (parts.none() && trends.none()) {
            write(out, highlights);
        } else {
            Path plain = Files.createTempFile("shapan-pivot", ".xlsx");
            try {
                try (OutputStream file = Files.newOutputStream(plain)) {
                    write(file, highlights);
                }
                parts.write(plain, out);
            } finally {
                Files.delete(plain);
            }
        }
    }

    private void write(OutputStream out, WorkbookHighlights highlights) throws IOException {
        try (Workbook book = new Workbook(out, "Shapan", "1.0")) {
            if (factsFirst) {
                facts(book.newWorksheet(factsName));
            }
            figures(book.newWorksheet(name(sheet.title())), highlights);
            if (!factsFirst) {
                facts(book.newWorksheet(factsName));
            }
            trends.write(book, trendsName, parts, sheet.headColumns(), sheet.headRows());
        }
    }

    /** What Excel refuses in the name of a sheet is left out. */
    private static String name(String title) {
        String name = title.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return name.isEmpty() ? "Pivot" : name.substring(0, Math.min(NAME, name.length()));
    }

    private void facts(Worksheet about) {
        about.value(0, 0, sheet.title());
        about.style(0, 0).bold().set();
        int row = 1;
        for (ExportSheet.Fact fact : sheet.facts()) {
            about.value(row, 0, fact.label());
            about.value(row, 1, fact.text());
            row++;
        }
        about.width(0, TEXT_WIDTH);
        about.width(1, FACTS_WIDTH);
    }

    private void figures(Worksheet figures, WorkbookHighlights highlights) throws IOException {
        int left = sheet.headColumns();
        int top = sheet.headRows();
        for (int column = 0; column < left + content.columnCount(); column++) {
            figures.width(column, column < left ? TEXT_WIDTH : NUMBER_WIDTH);
        }
        figures.freezePane(left, top);
        columnHeads(figures, left, top);
        for (int row = 0; row < content.rowCount(); row++) {
            row(figures, row, left, top);
            if (row % FLUSH == FLUSH - 1) {
                figures.flush();
            }
        }
        highlights.write(figures);
    }

    private void columnHeads(Worksheet figures, int left, int top) {
        for (int head = 0; head < left; head++) {
            figures.value(top - 1, head, sheet.heads().captions().get(head));
        }
        for (int column = 0; column < content.columnCount(); column++) {
            for (HeadCell head : content.columns().lines().get(column).heads()) {
                if (head.start() == column) {
                    figures.value(head.column(), left + column, head.text());
                    if (head.run() > 1 || head.span() > 1) {
                        figures.range(
                                        head.column(),
                                        left + column,
                                        head.column() + head.span() - 1,
                                        left + column + head.run() - 1)
                                .merge();
                    }
                }
            }
        }
        figures.range(0, 0, top - 1, left + content.columnCount() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .horizontalAlignment("center")
                .set();
    }

    private void row(Worksheet figures, int row, int left, int top) {
        AxisLine line = content.rows().lines().get(row);
        for (RowHeads.Drawn head : sheet.heads().of(row)) {
            if (head.startsAt(row)) {
                figures.value(top + row, head.column(), head.text());
                if (head.run() > 1 || head.span() > 1) {
                    figures.range(top + row, head.column(), top + row + head.run() - 1, head.column() + head.span() - 1)
                            .merge();
                }
                var style = figures.style(top + row, head.column()).verticalAlignment("top");
                if (head.indent() > 0) {
                    style.horizontalAlignment("left").indent(head.indent());
                }
                style.set();
            }
        }
        boolean total = line.kind() != AxisLine.Kind.DETAIL;
        for (int column = 0; column < content.columnCount(); column++) {
            double number = content.number(row, column);
            String text = content.text(row, column);
            if (trends.draws(row, column)) {
                continue;
            }
            if (Double.isNaN(number)) {
                if (!text.isEmpty()) {
                    figures.value(top + row, left + column, text);
                }
            } else {
                figures.value(top + row, left + column, number);
                var style = figures.style(top + row, left + column).format(format(text));
                if (total) {
                    style.bold().fillColor(TOTAL_FILL);
                }
                style.set();
            }
        }
    }

    /** The format a spreadsheet shows the same text by. */
    static String format(String text) {
        boolean ratio = text.endsWith("%");
        String digits = ratio ? text.substring(0, text.length() - 1) : text;
        int point = digits.lastIndexOf('.');
        int decimals = 0;
        while (point >= 0
                && point + 1 + decimals < digits.length()
                && Character.isDigit(digits.charAt(point + 1 + decimals))) {
            decimals++;
        }
        String whole = ratio ? "0" : "#,##0";
        return whole + (decimals == 0 ? "" : "." + "0".repeat(decimals)) + (ratio ? "%" : "");
    }
}
