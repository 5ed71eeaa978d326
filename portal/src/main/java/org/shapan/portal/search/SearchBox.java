package org.shapan.portal.search;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.Background;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.frame.TopTool;
import org.shapan.portal.province.Province;
import org.shapan.portal.widget.Icon;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** The search of the top bar; Ctrl+K goes there. Answers come while one types; a click or Enter opens one. */
@SpringComponent
@UIScope
@JsModule("context://look/search-key.js")
public class SearchBox extends Div implements TopTool {
    private static final Logger LOG = LoggerFactory.getLogger(SearchBox.class);
    private static final int PAUSE_MILLIS = 250;
    /** The view of a report by hand. */
    private static final String TEMPLATE = "reports/template";

    private final Background background = new Background();
    private final SignedIn signedIn;
    private final Province province;
    private final CubeSearch search;
    private final TemplateCatalog templates;
    private final Input input = new Input();
    private final Div list = new Div();

    public SearchBox(SignedIn signedIn, Province province, Cubes cubes, ObjectProvider<TemplateCatalog> templates) {
        this.signedIn = signedIn;
        this.province = province;
        this.search = new CubeSearch(cubes);
        this.templates = templates.getIfAvailable();
        addClassName("find");
        input.setType("search");
        input.setPlaceholder(getTranslation("search.hint"));
        input.setAriaLabel(getTranslation("search.label"));
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(PAUSE_MILLIS);
        input.addValueChangeListener(change -> ask(change.getValue()));
        input.getElement().addEventListener("keydown", event -> close()).setFilter("event.key === 'Escape'");
        list.addClassNames("menu", "found");
        Span key = new Span("Ctrl K");
        key.addClassName("kbd");
        add(Icon.SEARCH.create(), input, key, list);
        close();
    }

    private void close() {
        list.removeAll();
        list.setVisible(false);
    }

    private void ask(String text) {
        if (text.isBlank() || !province.ready()) {
            close();
            return;
        }
        List<Found> pages = pages(text.strip());
        var user = signedIn.user();
        Locale locale = signedIn.locale();
        background.run(
                () -> ofCubes(text, user, locale),
                cubes -> show(
                        Stream.concat(pages.stream(), cubes.orElse(List.of()).stream())
                                .toList(),
                        cubes.isEmpty()));
    }

    /** Empty where the cubes cannot be searched; the log says why. */
    private Optional<List<Found>> ofCubes(String text, PortalUser user, Locale locale) {
        try {
            return Optional.of(search.find(text, user, locale));
        } catch (SQLException | RuntimeException e) {
            LOG.error("The search for {} failed", text, e);
            return Optional.empty();
        }
    }

    /** Boards of the rail and reports by name. */
    private List<Found> pages(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<Found> pages = new ArrayList<>();
        boolean reports = false;
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            String name = getTranslation(entry.title());
            String path = entry.path().replaceFirst("^/", "");
            reports |= path.equals("reports");
            if (name.toLowerCase(Locale.ROOT).contains(lower)) {
                pages.add(new Found(Found.Kind.BOARD, name, "", path));
            }
        }
        if (reports && templates != null) {
            templates.all().stream()
                    .filter(template -> (template.id() + " " + template.title(signedIn.locale()))
                            .toLowerCase(Locale.ROOT)
                            .contains(lower))
                    .limit(CubeSearch.MOST)
                    .forEach(template -> pages.add(new Found(
                            Found.Kind.REPORT, template.title(signedIn.locale()), template.id(), link(template))));
        }
        return pages;
    }

    private static String link(Template template) {
        return new Location(TEMPLATE, QueryParameters.of("report", template.id())).getPathWithQueryParameters();
    }

    private void show(List<Found> found, boolean failed) {
        list.removeAll();
        Found.Kind kind = null;
        for (Found each : found) {
            if (each.kind() != kind) {
                kind = each.kind();
                Span head = new Span(getTranslation("search.kind." + kind));
                head.addClassName("hint");
                list.add(head);
            }
            Span remark = new Span(each.remark());
            remark.addClassNames("hint", "ell");
            Anchor link = new Anchor(each.href(), new Span(each.name()), remark);
            link.getElement().addEventListener("click", event -> {
                input.clear();
                close();
            });
            list.add(link);
        }
        if (failed || found.isEmpty()) {
            Span none = new Span(getTranslation(failed ? "search.failed" : "search.none"));
            none.addClassName("hint");
            list.add(none);
        }
        list.setVisible(true);
    }
}
