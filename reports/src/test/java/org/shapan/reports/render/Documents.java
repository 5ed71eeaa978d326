package org.shapan.reports.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.olap4j.OlapConnection;
import org.shapan.reports.TelecomProvince;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.template.TemplateCatalog;

/** Documents of the templates over the test province, and what can be read back from them. */
final class Documents {
    static final TelecomProvince PROVINCE = TelecomProvince.get();

    private Documents() {}

    static RenderedReport render(
            String id, Map<String, String> parameters, Locale locale, ReportFormat format, OlapConnection connection) {
        return new ReportRenderer(
                        TemplateCatalog.bundled(),
                        ReportInsight.NONE,
                        PROVINCE::data,
                        new ReportSettings(ZoneId.of("Asia/Shanghai"), "http://portal.example"),
                        Clock.fixed(Instant.parse("2010-04-06T00:11:00Z"), ZoneOffset.UTC))
                .render(new ReportRequest(id, parameters, locale, format, "何建平，分公司经理"), connection);
    }

    static RenderedReport render(String id, Map<String, String> parameters, Locale locale, ReportFormat format)
            throws SQLException {
        try (OlapConnection connection = PROVINCE.connect()) {
            return render(id, parameters, locale, format, connection);
        }
    }

    /** All text of a PDF, line by line as it stands on the pages. */
    static String text(RenderedReport report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.content())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    /** Figures of a column of a sheet by the texts of another; rows without a figure, or with 0, are left out. */
    static Map<String, BigDecimal> column(RenderedReport report, String sheet, String key, String value)
            throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(report.content()))) {
            List<Row> rows = book.findSheet(sheet)
                    .orElseThrow(() -> new AssertionError("no sheet " + sheet))
                    .read();
            int keyColumn = position(rows.getFirst(), key);
            int valueColumn = position(rows.getFirst(), value);
            Map<String, BigDecimal> figures = new LinkedHashMap<>();
            for (Row row : rows.subList(1, rows.size())) {
                put(
                        figures,
                        row.getCellText(keyColumn),
                        row.getCellAsNumber(valueColumn).orElse(null));
            }
            return figures;
        }
    }

    /** A query's first column as texts, its second as figures; rows without a figure, or with 0, are left out. */
    static Map<String, BigDecimal> sql(String query) throws SQLException {
        try (Connection connection = PROVINCE.database().dataSource().getConnection();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            Map<String, BigDecimal> figures = new LinkedHashMap<>();
            while (result.next()) {
                put(figures, result.getString(1), result.getBigDecimal(2));
            }
            return figures;
        }
    }

    private static void put(Map<String, BigDecimal> figures, String key, BigDecimal value) {
        if (value != null && value.signum() != 0) {
            figures.put(key, figure(value));
        }
    }

    /** A figure to nine decimals: ratios are not exact in either. */
    static BigDecimal figure(BigDecimal value) {
        return value.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static int position(Row head, String caption) {
        for (int i = 0; i < head.getCellCount(); i++) {
            if (head.getCellText(i).equals(caption)) {
                return i;
            }
        }
        throw new AssertionError("no column " + caption + " in " + head);
    }
}
