package org.shapan.reports.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterConfiguration;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import net.sf.jasperreports.export.SimpleHtmlReportConfiguration;
import org.shapan.reports.template.Texts;

/** A filled report as one HTML page: same layout as the PDF, charts inside as SVG, nothing fetched from elsewhere. */
final class HtmlPage {
    private HtmlPage() {}

    /** @param title plain text for the window */
    static byte[] of(JasperReportsContext context, JasperPrint print, String title, Texts texts, Rendering rendering)
            throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlExporter exporter = new HtmlExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleHtmlExporterOutput(out, StandardCharsets.UTF_8.name()));
        SimpleHtmlReportConfiguration report = new SimpleHtmlReportConfiguration();
        report.setEmbedImage(true);
        report.setWhitePageBackground(true);
        report.setProgressMonitor(rendering::written);
        exporter.setConfiguration(report);
        SimpleHtmlExporterConfiguration frame = new SimpleHtmlExporterConfiguration();
        frame.setHtmlHeader("<!DOCTYPE html><html lang=\"" + (texts.isEnglish() ? "en" : "zh-CN")
                + "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "img-src data:; style-src 'unsafe-inline'\"><title>" + Markup.plain(title)
                + "</title></head><body style=\"margin:0;font-size:1px\"><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">"
                + "<tr><td align=\"center\">");
        frame.setBetweenPagesHtml(
                "<hr style=\"border:0;border-top:1px solid #e4e0d8;margin:12px 0;page-break-after:always\">");
        frame.setHtmlFooter("</td></tr></table></body></html>");
        exporter.setConfiguration(frame);
        exporter.exportReport();
        return out.toByteArray();
    }
}
