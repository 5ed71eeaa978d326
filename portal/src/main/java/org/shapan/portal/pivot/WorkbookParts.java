package org.shapan.portal.pivot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.shapan.portal.pivot.format.Range;

/**
 * What the library that writes workbooks does not know: bars in cells and sparklines, put as XML into the sheet of figures of a
 * finished workbook. Bars are written twice, as Excel does it: as every version since 2007 reads them, and with what it
 * learnt in 2010 (a plain colour, no axis).
 */
final class WorkbookParts {
    private final String figures;
    private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static final String XM = "http://schemas.microsoft.com/office/excel/2006/main";
    /** Rules of the library count from 1. */
    private static final int PRIORITY = 100_000;

    private final StringBuilder rules = new StringBuilder();
    private final StringBuilder details = new StringBuilder();
    private final List<String> sparklines = new ArrayList<>();
    private int count;

    /** @param number of the sheet of figures in the workbook, from 1 */
    WorkbookParts(int number) {
        this.figures = "xl/worksheets/sheet" + number + ".xml";
    }

    /** Bars from 0 to the largest figure, in cells such as {@code B2:B5 B7:B9}. */
    void bars(String cells, Range range) {
        String id = "{"
                + UUID.nameUUIDFromBytes((count + cells).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .toUpperCase(Locale.ROOT)
                + "}";
        String colour = "FF" + PaperColours.hex(PaperColours.BAR);
        String largest = Double.toString(range.largest());
        rules.append("<conditionalFormatting sqref=\"%s\"><cfRule type=\"dataBar\" priority=\"%d\">"
                        .formatted(cells, PRIORITY + count))
                .append(
                        "<dataBar><cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"%s\"/><color rgb=\"%s\"/></dataBar>"
                                .formatted(largest, colour))
                .append("<extLst><ext xmlns:x14=\"%s\" uri=\"{B025F937-C7B1-47D3-B67F-A62EFF666E3E}\">".formatted(X14))
                .append("<x14:id>%s</x14:id></ext></extLst></cfRule></conditionalFormatting>".formatted(id));
        details.append("<x14:conditionalFormatting xmlns:xm=\"%s\"><x14:cfRule type=\"dataBar\" id=\"%s\">"
                        .formatted(XM, id))
                .append("<x14:dataBar minLength=\"0\" maxLength=\"100\" gradient=\"0\" axisPosition=\"none\">")
                .append("<x14:cfvo type=\"num\"><xm:f>0</xm:f></x14:cfvo>")
                .append("<x14:cfvo type=\"num\"><xm:f>%s</xm:f></x14:cfvo>".formatted(largest))
                .append("<x14:negativeFillColor rgb=\"%s\"/></x14:dataBar></x14:cfRule>".formatted(colour))
                .append("<xm:sqref>%s</xm:sqref></x14:conditionalFormatting>".formatted(cells));
        count++;
    }

    /** A line of the figures in a row of cells of another sheet. */
    void sparkline(String cell, String sheet, String figures) {
        sparklines.add("<x14:sparkline><xm:f>'%s'!%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline>"
                .formatted(escaped(sheet.replace("'", "''")), figures, cell));
    }

    boolean none() {
        return rules.isEmpty() && sparklines.isEmpty();
    }

    /** Copies a workbook and puts everything into its sheet of figures. */
    void write(Path workbook, OutputStream out) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out);
        try (ZipFile from = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream part = from.getInputStream(entry)) {
                    if (entry.getName().equals(figures)) {
                        sheet(part, to);
                    } else {
                        part.transferTo(to);
                    }
                }
            }
        }
        to.finish();
    }

    /** Rules stand behind merged cells, all else at the end of a sheet. */
    private void sheet(InputStream from, OutputStream to) throws IOException {
        String xml = new String(from.readAllBytes(), StandardCharsets.UTF_8);
        String merged = "</mergeCells>";
        int found = xml.lastIndexOf(merged);
        int after = found >= 0 ? found + merged.length() : xml.lastIndexOf("</sheetData>") + "</sheetData>".length();
        int end = xml.lastIndexOf("</worksheet>");
        String all = xml.substring(0, after) + rules + xml.substring(after, end) + extensions() + xml.substring(end);
        to.write(all.getBytes(StandardCharsets.UTF_8));
    }

    private String extensions() {
        StringBuilder list = new StringBuilder("<extLst>");
        if (!details.isEmpty()) {
            list.append("<ext xmlns:x14=\"%s\" uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\">".formatted(X14))
                    .append("<x14:conditionalFormattings>")
                    .append(details)
                    .append("</x14:conditionalFormattings></ext>");
        }
        if (!sparklines.isEmpty()) {
            String line = "FF" + PaperColours.hex(PaperColours.LINE);
            String last = "FF" + PaperColours.hex(PaperColours.POINT);
            list.append("<ext xmlns:x14=\"%s\" uri=\"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}\">".formatted(X14))
                    .append("<x14:sparklineGroups xmlns:xm=\"%s\">".formatted(XM))
                    .append("<x14:sparklineGroup displayEmptyCellsAs=\"gap\" last=\"1\">")
                    .append("<x14:colorSeries rgb=\"%s\"/><x14:colorLast rgb=\"%s\"/><x14:sparklines>"
                            .formatted(line, last));
            sparklines.forEach(list::append);
            list.append("</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>");
        }
        return list.append("</extLst>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Name of a cell, both counted from 0. */
    static String cell(int row, int column) {
        return column(column) + (row + 1);
    }

    private static String column(int column) {
        String rest = column < 26 ? "" : column(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }
}
