package org.shapan.portal.pivot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.reports.render.CrossTabPdf;

/** A result as PDF, on the pages of the report of saved pivots; its facts stand on every page. */
record PdfExport(ExportSheet sheet, Locale locale) {
    void write(OutputStream out) throws IOException {
        PivotCrossTab.About about = new PivotCrossTab.About(sheet.title(), "", "", List.of(), "", "");
        List<Map.Entry<String, String>> facts = sheet.facts().stream()
                .map(fact -> Map.entry(fact.label(), fact.text()))
                .toList();
        out.write(CrossTabPdf.of(new PivotCrossTab(about, sheet.content()), facts, locale));
    }
}
