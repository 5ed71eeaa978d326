package org.shapan.reports.render;

import java.io.ByteArrayOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;

/** The pages of a report as PDF. */
final class PdfFile {
    private PdfFile() {}

    /** @param documentId subject of the file */
    static byte[] of(
            JasperReportsContext context, JasperPrint print, String title, String documentId, Rendering rendering)
            throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        configuration.setMetadataTitle(title);
        configuration.setMetadataCreator("Shapan");
        configuration.setMetadataSubject(documentId);
        exporter.setConfiguration(configuration);
        SimplePdfReportConfiguration watched = new SimplePdfReportConfiguration();
        watched.setProgressMonitor(rendering::written);
        exporter.setConfiguration(watched);
        exporter.exportReport();
        return out.toByteArray();
    }
}
