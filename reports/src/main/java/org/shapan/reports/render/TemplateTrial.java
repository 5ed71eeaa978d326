package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.PreparedOlapStatement;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateFault.Reason;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.reports.template.TemplateParameter.Kind;
import org.shapan.reports.template.TemplateProbe;

/** Asks the cubes whether they understand a template's queries, and whether its pages and its workbook can be made of the figures that there are. */
public final class TemplateTrial implements TemplateProbe {
    /** Gives a connection; the trial closes it. */
    @FunctionalInterface
    public interface Connecting {
        OlapConnection connect() throws SQLException;
    }

    /** A member of areas that has hardly any figures to try a layout with. */
    private static final String NOWHERE = "[Not located]";

    private final ReportRenderer renderer;
    private final Connecting connecting;
    private final boolean filling;

    /**
     * @param filling whether the report is also made, with the first member of each prompt that needs one; it is left out where
     *     nothing is loaded
     */
    public TemplateTrial(ReportRenderer renderer, Connecting connecting, boolean filling) {
        this.renderer = requireNonNull(renderer, "renderer is null");
        this.connecting = requireNonNull(connecting, "connecting is null");
        this.filling = filling;
    }

    @Override
    public List<Problem> problems(Template template) {
        try (OlapConnection connection = connecting.connect()) {
            List<Problem> problems = new ArrayList<>();
            for (Map.Entry<String, String> query : template.exampleQueries().entrySet()) {
                compile(query.getValue(), connection)
                        .ifPresent(why -> problems.add(new Problem(Reason.QUERY, query.getKey() + ": " + why)));
            }
            for (TemplateParameter parameter : template.parameters()) {
                if (parameter.kind() == Kind.MEMBER) {
                    Levels.find(parameter, connection);
                }
            }
            if (problems.isEmpty() && filling && renderer.hasData()) {
                fill(template, connection);
            }
            return problems;
        } catch (SQLException | RuntimeException e) {
            return List.of(new Problem(Reason.TRIAL, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> compile(String mdx, OlapConnection connection) {
        try (PreparedOlapStatement statement = connection.prepareOlapStatement(mdx)) {
            statement.getMetaData();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void fill(Template template, OlapConnection connection) {
        Map<String, String> parameters = new HashMap<>();
        for (TemplateParameter parameter : template.parameters()) {
            if (!parameter.required()) {
                continue;
            }
            switch (parameter.kind()) {
                case MEMBER ->
                    MemberChoices.of(parameter, connection).stream()
                            .filter(choice -> !choice.value().endsWith(NOWHERE))
                            .findFirst()
                            .ifPresent(choice -> parameters.put(parameter.name(), choice.value()));
                case NUMBER -> parameters.put(parameter.name(), "1");
                case TEXT, PIVOT -> parameters.put(parameter.name(), "-");
                case FLAG -> parameters.put(parameter.name(), "true");
            }
        }
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Filling filled = renderer.prepare(
                    template,
                    new ReportRequest(template.id(), parameters, locale, ReportFormat.PDF),
                    connection,
                    new Rendering());
            filled.document(ReportFormat.PDF);
            filled.document(ReportFormat.XLSX);
        }
    }
}
