package org.shapan.reports.template;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.repo.RepositoryService;

/** The JasperReports context of Shapan's templates, the same for compiling and filling; no global state is changed. */
public final class JasperContext {
    /** Classes that the code of expressions may name, besides those of values that JasperReports allows itself. */
    private static final String REACHABLE = String.join(
            ",",
            Stream.concat(
                            AllowedTypes.ALL.stream(),
                            Stream.of(
                                    "org.shapan.reports.chart.*",
                                    "java.util.ResourceBundle",
                                    "java.lang.invoke.StringConcatFactory",
                                    "java.lang.invoke.MethodHandles*"))
                    .toList());

    private JasperContext() {}

    /** Without a folder of the administrator's. */
    public static JasperReportsContext create() {
        return create(null);
    }

    /**
     * A context that refuses raw text in queries, keeps the text of charts as text, lets expressions reach only the classes that layouts need, and
     * reads styles, fonts and images only from where they belong: no address of the network, no file of elsewhere.
     *
     * @param folder of the administrator's templates, whose images may be shown; null for none
     */
    public static JasperReportsContext create(Path folder) {
        OwnContext context = new OwnContext(folder);
        context.setProperty("net.sf.jasperreports.query.parameter.clause.enabled", "false");
        context.setProperty("net.sf.jasperreports.export.pdf.force.svg.shapes", "false");
        context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
        context.setProperty("net.sf.jasperreports.report.class.filter.enabled", "true");
        context.setProperty("net.sf.jasperreports.report.class.whitelist.shapan", REACHABLE);
        return context;
    }

    /** In place of the repositories of JasperReports, which open any file and address; setting others would only add them. */
    private static final class OwnContext extends SimpleJasperReportsContext {
        private final TemplateResources resources;

        OwnContext(Path folder) {
            super(DefaultJasperReportsContext.getInstance());
            resources = new TemplateResources(this, folder);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> List<T> getExtensions(Class<T> type) {
            return type == RepositoryService.class ? (List<T>) List.of(resources) : super.getExtensions(type);
        }
    }
}
