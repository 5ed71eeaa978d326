package org.shapan.portal.reports;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardReports;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.text.Language;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.stereotype.Component;

/** Finds the reports of a board by the page that their templates lead to. */
@Component
@OnWarehouse
class ReportsOfBoard implements BoardReports {
    /** Filters that change every figure: a report that has no prompt for one of them is about something else. */
    private static final Set<String> NARROWING = Set.of("view", "area", "brand", "line", "kpi", "code");

    private final ReportCentre centre;
    private final SignedIn signedIn;

    ReportsOfBoard(ReportCentre centre, SignedIn signedIn) {
        this.centre = requireNonNull(centre, "centre is null");
        this.signedIn = requireNonNull(signedIn, "signedIn is null");
    }

    @Override
    public boolean mayBe(String route, Map<String, String> parameters) {
        return centre.templates().stream()
                .anyMatch(template -> prompts(template, route, parameters).isPresent());
    }

    @Override
    public List<Report> of(String route, Map<String, String> parameters) {
        return of(route, parameters, signedIn.user(), Language.of(signedIn.locale()));
    }

    List<Report> of(String route, Map<String, String> parameters, PortalUser user, Language language) {
        List<Report> reports = new ArrayList<>();
        for (Template template : centre.templates()) {
            prompts(template, route, parameters)
                    .flatMap(given -> report(template, given, user, language))
                    .ifPresent(reports::add);
        }
        return reports;
    }

    private static Optional<Map<String, String>> prompts(
            Template template, String route, Map<String, String> parameters) {
        return template.view()
                .filter(view -> parameters.keySet().stream()
                        .allMatch(name ->
                                !NARROWING.contains(name) || view.filters().containsKey(name)))
                .flatMap(view -> view.prompts(route, parameters));
    }

    private Optional<Report> report(Template template, Map<String, String> given, PortalUser user, Language language) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(TemplateView.REPORT, template.id()));
        StringJoiner title =
                new StringJoiner(" · ").add(template.id() + " " + centre.title(template, given, language, user));
        for (TemplateParameter parameter : template.parameters()) {
            String value = given.get(parameter.name());
            if (value != null) {
                Optional<Choice> member = member(parameter, value, user, language);
                if (member.isEmpty()) {
                    return Optional.empty();
                }
                query.put(parameter.name(), member.get().value());
                title.add(member.get().caption());
            }
        }
        return Optional.of(
                new Report(title.toString(), link("reports/template", query), link("reports/schedule", query)));
    }

    /** The member that the filter names, by its unique name or the last part of it, else the one that it lies in. */
    private Optional<Choice> member(TemplateParameter parameter, String value, PortalUser user, Language language) {
        try {
            List<Choice> choices = centre.choices(parameter, user, language);
            return choices.stream()
                    .filter(choice ->
                            choice.value().equals(value) || choice.value().endsWith(".[" + value + "]"))
                    .findFirst()
                    .or(() -> choices.stream()
                            .filter(choice -> value.startsWith(choice.value() + "."))
                            .findFirst());
        } catch (SQLException e) {
            throw new IllegalStateException("the members of " + parameter.level() + " cannot be read", e);
        }
    }

    private static String link(String route, Map<String, String> query) {
        return new Location(route, QueryParameters.simple(query)).getPathWithQueryParameters();
    }
}
