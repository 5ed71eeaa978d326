package org.shapan.reports.template;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;

/** The JasperReports context of Shapan's templates, the same for compiling and filling; no global state is changed. */
public final class JasperContext {
    private JasperContext() {}

    /** A context that refuses raw text in queries and keeps the text of charts as text. */
    public static JasperReportsContext create() {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        context.setProperty("net.sf.jasperreports.query.parameter.clause.enabled", "false");
        context.setProperty("net.sf.jasperreports.export.pdf.force.svg.shapes", "false");
        context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
        return context;
    }
}
