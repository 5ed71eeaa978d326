package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.olap4j.OlapConnection;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.PivotRefusedException;
import org.shapan.reports.crosstab.PivotSource;
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
    private final PivotSource pivots;
    private final Supplier<DataState> data;
    private final ReportSettings settings;
    private final Clock clock;
    private final JasperReportsContext context;

    /**
     * @param pivots the pivots that people keep, for the report that lays one out
     * @param data the state of the cubes at the moment of a call; null from it means that nothing is loaded yet
     */
    public ReportRenderer(
            TemplateCatalog templates,
            ReportInsight insight,
            PivotSource pivots,
            Supplier<DataState> data,
            ReportSettings settings,
            Clock clock) {
        this.templates = requireNonNull(templates, "templates is null");
        this.context = JasperContext.create(templates.folder().orElse(null));
        this.insight = requireNonNull(insight, "insight is null");
        this.pivots = requireNonNull(pivots, "pivots is null");
        this.data = requireNonNull(data, "data is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Without saved pivots. */
    public ReportRenderer(
            TemplateCatalog templates,
            ReportInsight insight,
            Supplier<DataState> data,
            ReportSettings settings,
            Clock clock) {
        this(templates, insight, PivotSource.NONE, data, settings, clock);
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
        return render(request, connection, new Rendering());
    }

    /** As {@link #render(ReportRequest, OlapConnection)}, with an eye and a hand on it. */
    public RenderedReport render(ReportRequest request, OlapConnection connection, Rendering rendering) {
        return prepare(request, connection, rendering).document(request.format());
    }

    /** The first page as a PNG image of about 450 × 640 pixels; the request's format is not looked at. */
    public byte[] firstPage(ReportRequest request, OlapConnection connection) {
        return prepare(request, connection).firstPage();
    }

    /**
     * Looks a request's parameters up with the rights of the connection; a saved pivot is read at once.
     *
     * @throws ReportException when the request is wrong, there is no data, or the pivot cannot be read
     */
    public Filling prepare(ReportRequest request, OlapConnection connection) {
        return prepare(request, connection, new Rendering());
    }

    /** As {@link #prepare(ReportRequest, OlapConnection)}, with an eye and a hand on it. */
    public Filling prepare(ReportRequest request, OlapConnection connection, Rendering rendering) {
        Template template = templates
                .find(request.templateId())
                .orElseThrow(() -> new ReportException(
                        Code.UNKNOWN_TEMPLATE,
                        null,
                        "there is no report " + request.templateId() + "; there are "
                                + templates.all().stream().map(Template::id).toList()));
        return prepare(template, request, rendering.watched(connection), rendering);
    }

    boolean hasData() {
        return data.get() != null;
    }

    /** As for a request by id, of a template that need not be offered. */
    Filling prepare(Template template, ReportRequest request, OlapConnection connection, Rendering rendering) {
        DataState state = data.get();
        if (state == null) {
            throw ReportException.noData();
        }
        Texts texts = template.texts(request.locale());
        List<ResolvedParameter> resolved = resolve(template, texts, connection, state, request);
        ReportFacts facts = new ReportFacts(
                request,
                texts,
                template.texts(texts.isEnglish() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH),
                resolved,
                ViewLink.of(template, resolved),
                state,
                clock.instant(),
                settings.zone(),
                settings.portalUrl());
        Map<String, Object> parameters = new HashMap<>();
        resolved.forEach(p -> parameters.put(p.parameter().name(), p.value()));
        parameters.put(JRParameter.REPORT_LOCALE, texts.getLocale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts);
        if (template.pivot().isPresent()) {
            return pivot(template, parameters, request, connection, texts, facts, state, rendering);
        }
        Datasets datasets = new Datasets(template.design(), parameters, connection, insight, rendering);
        Figures figures = new Figures(texts);
        parameters.put("PARTS", templates.parts());
        parameters.put("FACTS", facts);
        parameters.put("F", figures);
        parameters.put("DATA", datasets);
        parameters.put("SAY", new Sentences(texts, figures, facts));
        parameters.put(MdxQueryExecuterFactory.INSIGHT_PARAMETER, insight);
        return new TemplateFilling(context, template, parameters, connection, datasets, texts, facts, state, rendering);
    }

    private Filling pivot(
            Template template,
            Map<String, Object> parameters,
            ReportRequest request,
            OlapConnection connection,
            Texts texts,
            ReportFacts facts,
            DataState state,
            Rendering rendering) {
        CrossTabFilling.Asked asked = CrossTabFilling.Asked.of(template, parameters);
        try {
            CrossTab table = pivots.read(
                    new PivotSource.Order(asked.pivot(), asked.version(), request.asker(), texts.getLocale()),
                    connection);
            rendering.answered();
            settings.pivotLimits().check(table);
            return new CrossTabFilling(
                    context,
                    template,
                    parameters,
                    asked,
                    table,
                    connection,
                    texts,
                    facts,
                    state,
                    settings.pivotLimits(),
                    rendering);
        } catch (PivotRefusedException e) {
            throw ReportException.of(e);
        } catch (SQLException e) {
            throw ReportException.of(template.id(), e);
        }
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
}
