package org.shapan.reports.render;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRField;
import org.shapan.engine.format.SpreadsheetText;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.template.Texts;

/**
 * The last sheet of a report's workbook, its table of rows, as CSV (RFC 4180, UTF-8 with a byte order mark): one line of heads, then numbers as
 * the engine has them, with a point and without separators. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String END = "\r\n";

    private CsvTable() {}

    static byte[] of(JRDataset dataset, List<Map<String, Object>> rows, Texts texts) {
        List<JRField> columns = Sheets.columns(dataset);
        StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
        csv.append(columns.stream()
                        .map(field -> quoted(texts.text(Sheets.head(field))))
                        .collect(Collectors.joining(",")))
                .append(END);
        for (Map<String, Object> row : rows) {
            csv.append(columns.stream()
                            .map(field -> cell(row.get(field.getName()), texts))
                            .collect(Collectors.joining(",")))
                    .append(END);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value, Texts texts) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case ReportState state -> quoted(texts.text("state." + state.name()));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        String safe = SpreadsheetText.of(text);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
