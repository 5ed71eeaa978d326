package org.shapan.portal.pivot;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.shapan.portal.pivot.format.Light;

/**
 * A result as A4 landscape pages: title and facts on every page, heads repeated, columns that do not fit on further pages
 * with their row heads. White paper, hairlines, tints for heads and totals only (guide 12).
 */
final class PdfExport {
    private static final String FONT = "/org/shapan/reports/fonts/NotoSansSC-%s.ttf";
    private static final float SIDE = 34;
    private static final float BOTTOM = 36;
    private static final float LINE = 11;
    private static final float HEAD_WIDTH = 92;
    private static final float CELL_WIDTH = 66;
    private static final String INDENT = "\u00a0\u00a0\u00a0";
    private static final Color TINT = new Color(0xF4F2ED);
    private static final Color RULE = new Color(0xCDC7BB);
    private static final Color INK = new Color(0x1B2026);
    private static final Color SOFT = new Color(0x4F5760);

    private final ExportSheet sheet;
    private final GridContent content;
    private final Marks marks;
    private final String page;
    private final Font plain;
    private final Font bold;
    private final Font small;
    private final Font title;

    /** @param page text of a page number with {@code {0}} for it */
    PdfExport(ExportSheet sheet, String page) throws IOException {
        this.sheet = sheet;
        this.content = sheet.content();
        this.marks = Marks.of(content);
        this.page = page;
        BaseFont regular = font("Regular");
        BaseFont heavy = font("Bold");
        plain = new Font(regular, 8, Font.NORMAL, INK);
        bold = new Font(heavy, 8, Font.NORMAL, INK);
        small = new Font(regular, 8, Font.NORMAL, SOFT);
        title = new Font(heavy, 14, Font.NORMAL, INK);
    }

    private static BaseFont font(String weight) throws IOException {
        String name = FONT.formatted(weight);
        try (InputStream in = PdfExport.class.getResourceAsStream(name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        }
    }

    void write(OutputStream out) {
        float top = 46 + LINE * sheet.facts().size();
        Document document = new Document(PageSize.A4.rotate(), SIDE, SIDE, top, BOTTOM);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Frame());
        document.addTitle(sheet.title());
        document.open();
        int heads = sheet.headColumns();
        float width = document.getPageSize().getWidth() - 2 * SIDE;
        int fitting = Math.max(1, (int) ((width - heads * HEAD_WIDTH) / CELL_WIDTH));
        for (int from = 0; from < content.columnCount(); from += fitting) {
            if (from > 0) {
                document.newPage();
            }
            document.add(table(from, Math.min(content.columnCount(), from + fitting)));
        }
        document.close();
    }

    private PdfPTable table(int from, int to) {
        int heads = sheet.headColumns();
        float[] widths = new float[heads + to - from];
        float width = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i < heads ? HEAD_WIDTH : CELL_WIDTH;
            width += widths[i];
        }
        PdfPTable table = new PdfPTable(widths);
        table.setTotalWidth(width);
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.setHeaderRows(sheet.headRows());
        for (int level = 0; level < sheet.headRows(); level++) {
            heads(table, level, from, to);
        }
        for (int row = 0; row < content.rowCount(); row++) {
            AxisLine line = content.rows().lines().get(row);
            boolean strong = line.kind() != AxisLine.Kind.DETAIL;
            String[] texts = new String[heads];
            java.util.Arrays.fill(texts, "");
            for (RowHeads.Drawn head : sheet.heads().of(row)) {
                texts[head.column()] = head.startsAt(row) ? INDENT.repeat(head.indent()) + head.text() : "";
            }
            for (String text : texts) {
                put(table, text, strong, Element.ALIGN_LEFT, 1);
            }
            for (int column = from; column < to; column++) {
                figure(table, row, column, strong);
            }
        }
        return table;
    }

    /** A figure with its mark: bars are tints of their length's step, lights have their shape before the figure. */
    private void figure(PdfPTable table, int row, int column, boolean strong) {
        Marks.Mark mark = marks.mark(row, column, content.number(row, column));
        double[] course = content.trend(row, column);
        if (course != null) {
            table.addCell(trend(course, strong));
            return;
        }
        String text = content.text(row, column);
        Light light = mark.light();
        PdfPCell cell = cell(light == null ? text : light.sign() + " " + text, strong, Element.ALIGN_RIGHT, 1);
        Color tint = light != null ? PaperColours.tint(light) : mark.step() > 0 ? PaperColours.step(mark.step()) : null;
        if (tint != null) {
            cell.setBackgroundColor(tint);
        }
        if (mark.bar() > 0) {
            cell.setCellEvent((drawn, box, canvases) -> {
                PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
                canvas.setColorFill(PaperColours.BAR);
                canvas.rectangle(
                        box.getLeft(), box.getBottom() + 1, box.getWidth() * mark.bar() / 100, box.getHeight() - 2);
                canvas.fill();
            });
        }
        table.addCell(cell);
    }

    /** A line through the points of a trend, broken where one is missing, with a dot at the last. */
    private PdfPCell trend(double[] course, boolean strong) {
        PdfPCell cell = cell("", strong, Element.ALIGN_RIGHT, 1);
        int[] heights = Trend.heights(course);
        cell.setCellEvent((drawn, box, canvases) -> {
            PdfContentByte canvas = canvases[PdfPTable.LINECANVAS];
            float step = (box.getWidth() - 10) / (heights.length - 1);
            canvas.setColorStroke(PaperColours.LINE);
            canvas.setLineWidth(0.8f);
            for (int i = 0; i < heights.length; i++) {
                if (heights[i] >= 0) {
                    float x = box.getLeft() + 5 + i * step;
                    float y = box.getBottom() + 3 + (box.getHeight() - 6) * heights[i] / 100;
                    if (i > 0 && heights[i - 1] >= 0) {
                        canvas.lineTo(x, y);
                    } else {
                        canvas.moveTo(x, y);
                    }
                    if (i == heights.length - 1) {
                        canvas.stroke();
                        canvas.setColorFill(PaperColours.POINT);
                        canvas.circle(x, y, 1.4f);
                        canvas.fill();
                    }
                }
            }
            canvas.stroke();
        });
        return cell;
    }

    private void heads(PdfPTable table, int level, int from, int to) {
        for (String caption : sheet.heads().captions()) {
            String text = level == sheet.headRows() - 1 ? caption : "";
            put(table, text, true, Element.ALIGN_LEFT, 1);
        }
        for (int column = from; column < to; ) {
            HeadCell shown = null;
            for (HeadCell head : content.columns().lines().get(column).heads()) {
                shown = head.column() == level ? head : shown;
            }
            int end = shown == null ? column + 1 : Math.min(to, shown.start() + shown.run());
            int align = end - column > 1 ? Element.ALIGN_CENTER : Element.ALIGN_RIGHT;
            put(table, shown == null ? "" : shown.text(), true, align, end - column);
            column = end;
        }
    }

    private void put(PdfPTable table, String text, boolean strong, int align, int span) {
        table.addCell(cell(text, strong, align, span));
    }

    private PdfPCell cell(String text, boolean strong, int align, int span) {
        PdfPCell cell = new PdfPCell(new Phrase(text, strong ? bold : plain));
        cell.setHorizontalAlignment(align);
        cell.setColspan(span);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.4f);
        cell.setPadding(3);
        if (strong) {
            cell.setBackgroundColor(TINT);
        }
        return cell;
    }

    /** What stands on every page. */
    private final class Frame extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            float y = document.getPageSize().getHeight() - 32;
            line(writer, new Phrase(sheet.title(), title), y);
            List<Phrase> facts = new ArrayList<>();
            for (ExportSheet.Fact fact : sheet.facts()) {
                Phrase phrase = new Phrase();
                phrase.add(new Chunk(fact.label() + "  ", small));
                phrase.add(new Chunk(fact.text(), plain));
                facts.add(phrase);
            }
            for (Phrase fact : facts) {
                y -= LINE;
                line(writer, fact, y - 2);
            }
            line(writer, new Phrase(page.replace("{0}", Integer.toString(writer.getPageNumber())), small), 20);
        }

        private void line(PdfWriter writer, Phrase phrase, float y) {
            ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_LEFT, phrase, SIDE, y, 0);
        }
    }
}
