package org.shapan.reports.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRField;
import org.dhatim.fastexcel.Worksheet;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.Texts;

/**
 * The workbook of a report: a first sheet with filters and data time, then one sheet for each dataset that has the
 * property {@code shapan.sheet}, with real numbers, their formats and frozen heads. Columns are the fields with the
 * property {@code shapan.column}.
 */
final class Workbook {
    private static final String HEAD_FILL = "F4F2ED";
    private static final int TEXT_WIDTH = 22;
    private static final int NUMBER_WIDTH = 15;

    private final Template template;
    private final Datasets datasets;
    private final Texts texts;
    private final ReportFacts facts;

    Workbook(Template template, Datasets datasets, Texts texts, ReportFacts facts) {
        this.template = template;
        this.datasets = datasets;
        this.texts = texts;
        this.facts = facts;
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Shapan", "1.0")) {
            about(book.newWorksheet(texts.text("sheet.about")));
            for (JRDataset dataset : Sheets.of(template.design())) {
                table(book.newWorksheet(texts.text(Sheets.name(dataset))), dataset);
            }
        }
        return out.toByteArray();
    }

    private void about(Worksheet sheet) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {facts.getTitle(), facts.getSubtitle()});
        lines.add(new String[] {texts.text("sheet.scope"), facts.getScope()});
        facts.parameters()
                .forEach(p -> lines.add(
                        new String[] {texts.text("parameter." + p.parameter().name()), p.text()}));
        facts.fixedFilters().forEach(pair -> lines.add(new String[] {pair.getKey(), pair.getValue()}));
        lines.add(new String[] {texts.text("sheet.data"), facts.getDataLine()});
        lines.add(new String[] {texts.text("sheet.run"), facts.getRunLine()});
        lines.add(new String[] {texts.text("sheet.document"), facts.getFooter()});
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row)[0]);
            sheet.value(row, 1, lines.get(row)[1]);
            sheet.style(row, 0).bold().set();
        }
        sheet.width(0, TEXT_WIDTH);
        sheet.width(1, 3 * TEXT_WIDTH);
    }

    private void table(Worksheet sheet, JRDataset dataset) {
        List<JRField> columns = Sheets.columns(dataset);
        for (int c = 0; c < columns.size(); c++) {
            JRField field = columns.get(c);
            boolean number = Number.class.isAssignableFrom(field.getValueClass());
            sheet.value(0, c, texts.text(Sheets.head(field)));
            sheet.style(0, c)
                    .bold()
                    .fillColor(HEAD_FILL)
                    .horizontalAlignment(number ? "right" : "left")
                    .set();
            sheet.width(c, number ? NUMBER_WIDTH : TEXT_WIDTH);
        }
        sheet.freezePane(1, 1);
        List<Map<String, Object>> rows = datasets.rows(dataset.isMainDataset() ? Datasets.MAIN : dataset.getName());
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                JRField field = columns.get(c);
                cell(sheet, r + 1, c, rows.get(r).get(field.getName()), Sheets.format(field));
            }
        }
    }

    private void cell(Worksheet sheet, int row, int column, Object value, String format) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case ReportState state -> sheet.value(row, column, texts.text("state." + state.name()));
            default -> sheet.value(row, column, value.toString());
        }
        if (value instanceof Number && format != null) {
            sheet.style(row, column).format(format).set();
        }
    }
}
