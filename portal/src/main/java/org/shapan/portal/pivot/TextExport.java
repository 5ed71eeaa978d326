package org.shapan.portal.pivot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shapan.engine.format.SpreadsheetText;

/**
 * A result as lines of text: the facts, an empty line, heads (repeated, so that columns can be filtered), rows of real
 * numbers. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
enum TextExport {
    /** As RFC 4180 writes it. */
    COMMA(',', "\r\n"),
    /** For a clipboard: no quotes; tabs and line breaks in texts become spaces. */
    TAB('\t', "\n");

    private final char separator;
    private final String end;

    TextExport(char separator, String end) {
        this.separator = separator;
        this.end = end;
    }

    void write(ExportSheet sheet, Appendable out) throws IOException {
        line(out, List.of(text(sheet.title())));
        for (ExportSheet.Fact fact : sheet.facts()) {
            line(out, List.of(text(fact.label()), text(fact.text())));
        }
        line(out, List.of());
        int columns = sheet.content().columnCount();
        for (int level = 0; level < sheet.headRows(); level++) {
            List<String> cells = new ArrayList<>();
            for (String caption : sheet.levels()) {
                cells.add(text(level == sheet.headRows() - 1 ? caption : ""));
            }
            for (int column = 0; column < columns; column++) {
                cells.add(text(sheet.columnHead(level, column)));
            }
            line(out, cells);
        }
        for (int row = 0; row < sheet.content().rowCount(); row++) {
            List<String> cells =
                    sheet.rowHeads(row).stream().map(this::text).collect(Collectors.toCollection(ArrayList::new));
            for (int column = 0; column < columns; column++) {
                cells.add(figure(sheet.content(), row, column));
            }
            line(out, cells);
        }
    }

    /** A number as it is, of a trend all its figures. */
    private String figure(GridContent content, int row, int column) {
        double[] course = content.trend(row, column);
        double number = content.number(row, column);
        return course != null
                ? Trend.text(course)
                : Double.isNaN(number) ? text(content.text(row, column)) : CellRange.plain(number);
    }

    String write(ExportSheet sheet) {
        try {
            StringBuilder out = new StringBuilder();
            write(sheet, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of values: numbers as they are, all else as text. */
    void values(Appendable out, List<?> values) throws IOException {
        line(
                out,
                values.stream()
                        .map(value ->
                                value instanceof Number number ? plain(number) : text(Objects.toString(value, "")))
                        .toList());
    }

    /** Without an exponent, which not every reader takes. */
    private static String plain(Number number) {
        return switch (number) {
            case Double figure when Double.isFinite(figure) -> CellRange.plain(figure);
            case Float figure when Float.isFinite(figure) -> new BigDecimal(figure.toString()).toPlainString();
            case BigDecimal figure -> figure.toPlainString();
            default -> number.toString();
        };
    }

    private void line(Appendable out, List<String> cells) throws IOException {
        out.append(String.join(String.valueOf(separator), cells)).append(end);
    }

    private String text(String text) {
        String safe = SpreadsheetText.of(text);
        if (this == TAB) {
            return safe.replaceAll("[\\t\\r\\n]", " ");
        }
        boolean plain = safe.chars().noneMatch(c -> c == separator || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
