package org.shapan.reports.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.olap4j.OlapConnection;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.CrossTabLimits;
import org.shapan.reports.crosstab.CrossTabPages;
import org.shapan.reports.crosstab.PageFacts;
import org.shapan.reports.crosstab.PivotRefusedException;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.query.MdxDataset;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.Texts;

/** A report of a saved pivot: the pivot's own layout on pages, in a workbook or as CSV. */
final class CrossTabFilling implements Filling {
    private static final int NAME = 60;
    private static final int SCOPE = 80;
    private static final int MOST_BARS = 5_000;
    /** Between facts on a page. */
    static final String GAP = "      ";

    /**
     * What the parameters say.
     *
     * @param version null for the last one
     * @param breaks whether each member of the outermost field of the rows begins a page
     */
    record Asked(String pivot, Integer version, boolean breaks) {
        /** @throws ReportException when the version is no number of one */
        static Asked of(Template template, Map<String, Object> parameters) {
            BigDecimal version = (BigDecimal) parameters.get("version");
            try {
                return new Asked(
                        (String) parameters.get(template.pivot().orElseThrow().name()),
                        version == null ? null : version.intValueExact(),
                        Boolean.TRUE.equals(parameters.get("breaks")));
            } catch (ArithmeticException e) {
                throw new ReportException(
                        Code.INVALID_PARAMETER,
                        "version",
                        "parameter version must be a whole number, not " + version,
                        e);
            }
        }
    }

    private final JasperReportsContext context;
    private final Template template;
    private final Map<String, Object> parameters;
    private final Asked asked;
    private final CrossTab table;
    private final OlapConnection connection;
    private final Texts texts;
    private final ReportFacts facts;
    private final DataState state;
    private final CrossTabLimits limits;
    private final Rendering rendering;
    private JasperPrint filled;

    CrossTabFilling(
            JasperReportsContext context,
            Template template,
            Map<String, Object> parameters,
            Asked asked,
            CrossTab table,
            OlapConnection connection,
            Texts texts,
            ReportFacts facts,
            DataState state,
            CrossTabLimits limits,
            Rendering rendering) {
        this.rendering = rendering;
        this.context = context;
        this.template = template;
        this.parameters = parameters;
        this.asked = asked;
        this.table = table;
        this.connection = connection;
        this.texts = texts;
        this.facts = facts;
        this.state = state;
        this.limits = limits;
    }

    @Override
    public RenderedReport document(ReportFormat format) {
        try {
            byte[] content =
                    switch (format) {
                        case PDF -> PdfFile.of(context, fill(), table.title(), documentId(), rendering);
                        case HTML ->
                            HtmlPage.of(context, barred() ? fill() : laid(false), table.title(), texts, rendering);
                        case XLSX -> written(out -> table.workbook(out, texts.text("sheet.about"), about()));
                        case CSV -> written(out -> table.csv(out, about()));
                    };
            return new RenderedReport(
                    documentId(),
                    table.title(),
                    scope(),
                    format,
                    content,
                    state.version(),
                    facts.address(table.path()));
        } catch (JRException | JRRuntimeException | UncheckedIOException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    @Override
    public MailFacts mailFacts() {
        return new MailFacts(table.title(), scope(), "", "");
    }

    @Override
    public byte[] firstPage() {
        try {
            return PageImage.png(context, fill(), CrossTabPages.contents(fill()));
        } catch (JRException | JRRuntimeException | IOException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    @Override
    public Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Reading reading() {
        int figures = 0;
        int red = 0;
        int yellow = 0;
        MessageDigest digest = Datasets.sha256();
        table.columns().forEach(column -> say(digest, column.heads().toString()));
        for (int row = 0; row < table.rows().size(); row++) {
            say(digest, table.rows().get(row).heads().toString());
            boolean isRed = false;
            boolean isYellow = false;
            for (int column = 0; column < table.columns().size(); column++) {
                double figure = table.number(row, column);
                figures += Double.isNaN(figure) ? 0 : 1;
                ReportState judged = table.mark(row, column).state();
                isRed |= judged == ReportState.RED;
                isYellow |= judged == ReportState.YELLOW;
                say(digest, figure + table.text(row, column) + '|');
            }
            red += isRed ? 1 : 0;
            yellow += isYellow && !isRed ? 1 : 0;
        }
        return new Reading(figures, red, yellow, HexFormat.of().formatHex(digest.digest()));
    }

    private static void say(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<BigDecimal> firstCell(String mdx) {
        try {
            return MdxDataset.firstCell(mdx, parameters::get, connection);
        } catch (JRException | JRRuntimeException e) {
            throw ReportException.of(template.id(), e);
        }
    }

    @Override
    public Summary summary() {
        return new Summary("", List.of(), filters(), facts.getDataLine(), facts.getRunLine(), Optional.empty());
    }

    /** Behind each figure a bar takes a table of its own in HTML, so that there are none in a large result. */
    private boolean barred() {
        return (long) table.rows().size() * table.columns().size() <= MOST_BARS;
    }

    /** The pages, laid out once for all formats that show them. */
    private JasperPrint fill() throws JRException {
        if (filled == null) {
            filled = laid(true);
        }
        return filled;
    }

    private JasperPrint laid(boolean bars) throws JRException {
        String filters = filters().stream()
                .map(filter -> ReportFacts.filter(filter.getKey(), filter.getValue()))
                .collect(Collectors.joining(GAP));
        PageFacts said = new PageFacts(
                texts,
                table.title(),
                texts.text("subtitle", table.cube()),
                scope(),
                facts.getDataLine(),
                facts.getRunLine(),
                filters,
                facts.footer(documentId()),
                facts.address(table.path()));
        try {
            return CrossTabPages.of(table, said, asked.breaks(), bars, limits, context, rendering::paged);
        } catch (PivotRefusedException e) {
            throw ReportException.of(e);
        }
    }

    private List<Map.Entry<String, String>> filters() {
        return List.of(
                Map.entry(
                        texts.text("filters"),
                        table.filters().isEmpty() ? texts.text("filters.none") : String.join(" · ", table.filters())),
                Map.entry(texts.text("author"), table.author()));
    }

    /** What a reader elsewhere must know, in the order of the first sheet. */
    private List<Map.Entry<String, String>> about() {
        List<Map.Entry<String, String>> about = new ArrayList<>();
        about.add(Map.entry(texts.text("cube"), table.cube()));
        about.addAll(filters());
        about.add(Map.entry(texts.text("sheet.data"), facts.getDataLine()));
        about.add(Map.entry(texts.text("sheet.run"), facts.getRunLine()));
        about.add(Map.entry(texts.text("sheet.document"), facts.footer(documentId())));
        return about;
    }

    private String documentId() {
        return template.id() + asked.pivot() + "-" + cut(table.title(), NAME);
    }

    /** What it is about in one line. */
    private String scope() {
        return cut(table.filters().isEmpty() ? table.cube() : String.join(" · ", table.filters()), SCOPE);
    }

    private static String cut(String text, int length) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    private interface Writing {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
