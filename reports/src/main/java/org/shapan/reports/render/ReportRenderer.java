package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.olap4j.OlapConnection;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.query.MdxQueryExecuterFactory;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.JasperContext;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.Texts;

/** Renders reports; safe for use by several threads at once. */
public final class ReportRenderer {
    private final TemplateCatalog templates;
    private final ReportInsight insight;
    private final Supplier<DataState> data;
    private final ReportSettings settings;
    private final Clock clock;
    private final JasperReportsContext context = JasperContext.create();

    /** @param data the state of the cubes at the moment of a call; null from it means that nothing is loaded yet */
    public ReportRenderer(
            TemplateCatalog templates,
            ReportInsight insight,
            Supplier<DataState> data,
            ReportSettings settings,
            Clock clock) {
        this.templates = requireNonNull(templates, "templates is null");
        this.insight = requireNonNull(insight, "insight is null");
        this.data = requireNonNull(data, "data is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public TemplateCatalog templates() {
        return templates;
    }

    /**
     * Renders one document with the rights of the connection.
     *
     * @throws ReportException when the request is wrong, there is no data, or a query fails
     */
    public RenderedReport render(ReportRequest request, OlapConnection connection) {
        return prepare(request, connection).document(request.format());
    }

    /** The first page as a PNG image of about 450 × 640 pixels; the request's format is not looked at. */
    public byte[] firstPage(ReportRequest request, OlapConnection connection) {
        Filling filling = prepare(request, connection);
        try {
            return PageImage.png(context, filling.fill(), 0);
        } catch (JRException | JRRuntimeException | IOException e) {
            throw failed(filling.template, e);
        }
    }

    /**
     * Looks a request's parameters up with the rights of the connection.
     *
     * @throws ReportException when the request is wrong or there is no data
     */
    public Filling prepare(ReportRequest request, OlapConnection connection) {
        Template template = templates
                .find(request.templateId())
                .orElseThrow(() -> new ReportException(
                        Code.UNKNOWN_TEMPLATE,
                        null,
                        "there is no report " + request.templateId() + "; there are "
                                + templates.all().stream().map(Template::id).toList()));
        DataState state = data.get();
        if (state == null) {
            throw ReportException.noData();
        }
        Texts texts = Texts.of(template.id(), request.locale());
        List<ResolvedParameter> resolved = resolve(template, texts, connection, state, request);
        ReportFacts facts = new ReportFacts(
                request, texts, resolved, state, clock.instant(), settings.zone(), settings.portalUrl());
        Map<String, Object> parameters = new HashMap<>();
        resolved.forEach(p -> parameters.put(p.parameter().name(), p.value()));
        Datasets datasets = new Datasets(template.design(), parameters, connection, insight);
        Figures figures = new Figures(texts);
        parameters.put("PARTS", templates.parts());
        parameters.put("FACTS", facts);
        parameters.put("F", figures);
        parameters.put("DATA", datasets);
        parameters.put("SAY", new Sentences(texts, figures, facts));
        parameters.put(MdxQueryExecuterFactory.INSIGHT_PARAMETER, insight);
        parameters.put(JRParameter.REPORT_LOCALE, texts.getLocale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts);
        return new Filling(template, parameters, connection, datasets, texts, facts, state);
    }

    private static List<ResolvedParameter> resolve(
            Template template, Texts texts, OlapConnection connection, DataState state, ReportRequest request) {
        try {
            connection.setLocale(texts.getLocale());
        } catch (RuntimeException e) {
            throw new ReportException(Code.QUERY_FAILED, null, "the connection refuses the report's language", e);
        }
        return new ParameterResolver(template, texts, connection, state).resolve(request.parameters());
    }

    /** The innermost cause speaks: JasperReports wraps a failing query several times. */
    private static ReportException failed(Template template, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        Code code = cause instanceof SQLException ? Code.QUERY_FAILED : Code.RENDER_FAILED;
        return new ReportException(code, null, "report " + template.id() + ": " + cause.getMessage(), failure);
    }

    /** A request with everything that its template reads: each dataset is asked once for all formats. Not thread-safe. */
    public final class Filling {
        private final Template template;
        private final Map<String, Object> parameters;
        private final OlapConnection connection;
        private final Datasets datasets;
        private final Texts texts;
        private final ReportFacts facts;
        private final DataState state;
        private JasperPrint filled;

        private Filling(
                Template template,
                Map<String, Object> parameters,
                OlapConnection connection,
                Datasets datasets,
                Texts texts,
                ReportFacts facts,
                DataState state) {
            this.template = template;
            this.parameters = parameters;
            this.connection = connection;
            this.datasets = datasets;
            this.texts = texts;
            this.facts = facts;
            this.state = state;
        }

        /** @throws ReportException when a query fails or the document cannot be made */
        public RenderedReport document(ReportFormat format) {
            byte[] content =
                    switch (format) {
                        case PDF -> pdf();
                        case XLSX -> xlsx();
                        case HTML -> html();
                        case CSV -> csv();
                    };
            return new RenderedReport(
                    facts.getDocumentId(), facts.getTitle(), facts.getScope(), format, content, state.version());
        }

        /** What the template is filled with; rows are read from the datasets at their first use. */
        public Map<String, Object> parameters() {
            return Map.copyOf(parameters);
        }

        /** What the figures of all datasets say. */
        public Reading reading() {
            try {
                return datasets.reading();
            } catch (JRRuntimeException e) {
                throw failed(template, e);
            }
        }

        /**
         * The first cell of a query in which the report's parameters stand as {@code $P{name}}, under the same rights.
         *
         * @return empty when the cell is, or is no number
         */
        public Optional<BigDecimal> firstCell(String mdx) {
            try {
                return datasets.firstCell(mdx);
            } catch (JRRuntimeException e) {
                throw failed(template, e);
            }
        }

        /** The first things that the document says. */
        public Summary summary() {
            try {
                return new Summaries(context, texts, new Figures(texts)).of(fill(), datasets, facts);
            } catch (JRException | JRRuntimeException | IOException e) {
                throw failed(template, e);
            }
        }

        /** The pages, filled once for all formats that show them. */
        private JasperPrint fill() throws JRException {
            if (filled == null) {
                JasperFillManager manager = JasperFillManager.getInstance(context);
                filled = datasets.has(Datasets.MAIN)
                        ? manager.fill(template.design(), parameters, datasets.source(Datasets.MAIN))
                        : manager.fill(template.design(), parameters, connection);
            }
            return filled;
        }

        private byte[] pdf() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                JRPdfExporter exporter = new JRPdfExporter(context);
                exporter.setExporterInput(new SimpleExporterInput(fill()));
                exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
                SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
                configuration.setCompressed(true);
                configuration.setMetadataTitle(facts.getTitle() + " " + facts.getScope());
                configuration.setMetadataCreator("Shapan");
                configuration.setMetadataSubject(facts.getDocumentId());
                exporter.setConfiguration(configuration);
                exporter.exportReport();
            } catch (JRException | JRRuntimeException e) {
                throw failed(template, e);
            }
            return out.toByteArray();
        }

        private byte[] html() {
            try {
                return HtmlPage.of(context, fill(), facts.getTitle() + " " + facts.getScope(), texts);
            } catch (JRException | JRRuntimeException e) {
                throw failed(template, e);
            }
        }

        private byte[] csv() {
            try {
                JRDataset table = Sheets.of(template.design()).getLast();
                return CsvTable.of(
                        table, datasets.rows(table.isMainDataset() ? Datasets.MAIN : table.getName()), texts);
            } catch (JRRuntimeException e) {
                throw failed(template, e);
            }
        }

        private byte[] xlsx() {
            try {
                return new Workbook(template, datasets, texts, facts).write();
            } catch (IOException | JRRuntimeException e) {
                throw failed(template, e);
            }
        }
    }
}
