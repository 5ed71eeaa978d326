package org.shapan.reports.render;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRFiller;
import net.sf.jasperreports.engine.fill.ReportFiller;
import org.olap4j.OlapConnection;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.Texts;

/** A report of a template's own queries: each dataset is asked once for all formats. */
final class TemplateFilling implements Filling {
    private final JasperReportsContext context;
    private final Template template;
    private final Map<String, Object> parameters;
    private final OlapConnection connection;
    private final Datasets datasets;
    private final Texts texts;
    private final ReportFacts facts;
    private final DataState state;
    private final Rendering rendering;
    private JasperPrint filled;

    TemplateFilling(
            JasperReportsContext context,
            Template template,
            Map<String, Object> parameters,
            OlapConnection connection,
            Datasets datasets,
            Texts texts,
            ReportFacts facts,
            DataState state,
            Rendering rendering) {
        this.rendering = rendering;
        this.context = context;
        this.template = template;
        this.parameters = parameters;
        this.connection = connection;
        this.datasets = datasets;
        this.texts = texts;
        this.facts = facts;
        this.state = state;
    }

    @Override
    public RenderedReport document(ReportFormat format) {
        byte[] content =
                switch (format) {
                    case PDF -> pdf();
                    case XLSX -> xlsx();
                    case HTML -> html();
                    case CSV -> csv();
                };
        return new RenderedReport(
                facts.getDocumentId(),
                facts.getTitle(),
                facts.getScope(),
                format,
                content,
                state.version(),
                facts.getLink());
    }

    @Override
    public MailFacts mailFacts() {
        return new MailFacts(facts.getTitle(), facts.getScope(), facts.getPeriod(), facts.getArea());
    }

    @Override
    public byte[] firstPage() {
        try {
            return PageImage.png(context, fill(), 0);
        } catch (JRException | JRRuntimeException | IOException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    /** Rows are read from the datasets at their first use. */
    @Override
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    @Override
    public Reading reading() {
        try {
            return datasets.reading();
        } catch (JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    @Override
    public Optional<BigDecimal> firstCell(String mdx) {
        try {
            return datasets.firstCell(mdx);
        } catch (JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    @Override
    public Summary summary() {
        try {
            return new Summaries(context, texts, new Figures(texts)).of(fill(), datasets, facts);
        } catch (JRException | JRRuntimeException | IOException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    /** The pages, filled once for all formats that show them. */
    private JasperPrint fill() throws JRException {
        if (filled == null) {
            rendering.check();
            ReportFiller filler = JRFiller.createReportFiller(context, template.design());
            filler.addFillListener(rendering.pages());
            filled = datasets.has(Datasets.MAIN)
                    ? filler.fill(parameters, datasets.source(Datasets.MAIN))
                    : filler.fill(parameters, connection);
            rendering.laidOut(filled.getPages().size());
        }
        return filled;
    }

    private byte[] pdf() {
        try {
            return PdfFile.of(
                    context, fill(), facts.getTitle() + " " + facts.getScope(), facts.getDocumentId(), rendering);
        } catch (JRException | JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    private byte[] html() {
        try {
            return HtmlPage.of(context, fill(), facts.getTitle() + " " + facts.getScope(), texts, rendering);
        } catch (JRException | JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    private byte[] csv() {
        try {
            JRDataset table = Sheets.of(template.design()).getLast();
            return CsvTable.of(table, datasets.rows(table.isMainDataset() ? Datasets.MAIN : table.getName()), texts);
        } catch (JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    private byte[] xlsx() {
        try {
            return new Workbook(template, datasets, texts, facts).write();
        } catch (IOException | JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }
}
