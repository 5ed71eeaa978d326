package org.shapan.reports.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.CrossTabLimits;
import org.shapan.reports.crosstab.CrossTabPages;
import org.shapan.reports.crosstab.PageFacts;
import org.shapan.reports.template.JasperContext;
import org.shapan.reports.template.Texts;

/** A result that is on a screen, as PDF on the pages of the report of saved pivots. */
public final class CrossTabPdf {
    private static final String REPORT = "RU";
    private static final CrossTabLimits NONE =
            new CrossTabLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private CrossTabPdf() {}

    /**
     * The document; how large it may be is the caller's to say.
     *
     * @param facts names and values that stand on every page
     * @throws ReportException when it cannot be made
     */
    public static byte[] of(CrossTab table, List<Map.Entry<String, String>> facts, Locale locale) {
        Texts texts = Texts.of(REPORT, locale);
        String said = facts.stream()
                .map(fact -> ReportFacts.filter(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(CrossTabFilling.GAP));
        PageFacts page = new PageFacts(texts, table.title(), "", "", "", "", said, texts.text("classification"), null);
        JasperReportsContext context = JasperContext.create();
        try {
            return PdfFile.of(
                    context,
                    CrossTabPages.of(table, page, false, true, NONE, context, () -> {}),
                    table.title(),
                    REPORT,
                    new Rendering());
        } catch (JRException | JRRuntimeException e) {
            throw ReportException.of(REPORT, e);
        }
    }
}
