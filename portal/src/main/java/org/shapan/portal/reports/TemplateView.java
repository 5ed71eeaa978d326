package org.shapan.portal.reports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.template.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A report by hand: its parameters with the members that the reader sees, its pages beside them, files of every format, a subscription. {@code
 * ?report=} names it; values of its parameters are in the address too.
 */
@NeedsWarehouse
@Route(value = "reports/template", layout = MainLayout.class)
@StyleSheet("look/reports.css")
@PermitAll
public class TemplateView extends PortalView implements BeforeEnterObserver {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateView.class);
    static final String REPORT = "report";

    private final transient ReportCentre centre;
    private final transient SignedIn signedIn;
    private final transient Refusals refusals;
    private final Language language;
    private final Div pages = new Div();
    private final Div files = new Div();
    private transient Template template;
    private transient Prompts prompts;
    /** How often a document was asked for at each place: only the last one is shown there. */
    private final Map<Div, Integer> asked = new HashMap<>();

    TemplateView(ReportCentre centre, SignedIn signedIn, Texts texts) {
        super("reports.template.title");
        this.centre = centre;
        this.signedIn = signedIn;
        this.language = Language.of(getLocale());
        this.refusals = new Refusals(texts, language);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        removeAll();
        filters().removeAll();
        template = query.getSingleParameter(REPORT).flatMap(centre::template).orElse(null);
        if (template == null) {
            Div card = new Div(Notice.middle(
                    Icon.REPORTS,
                    getTranslation("reports.template.gone"),
                    getTranslation("reports.template.gone.why")));
            card.addClassNames("card", "grow");
            add(card);
            return;
        }
        draw(query);
        if (centre.isComplete(template, given())) {
            preview();
        }
    }

    private void draw(QueryParameters query) {
        Map<String, String> values = new HashMap<>();
        template.parameters().forEach(p -> query.getSingleParameter(p.name()).ifPresent(v -> values.put(p.name(), v)));
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("reports.title"), "", null, "reports?tab=templates"),
                        Breadcrumb.Step.title(
                                template.id() + " " + centre.title(template, values, language, signedIn.user()),
                                getTranslation("reports.template.title"))));
        Div section = ScheduleForm.section(getTranslation("reports.parameters"));
        prompts = new Prompts(
                section, template, values, centre, signedIn.user(), language, getTranslation("reports.editor.latest"));
        NativeButton show = Buttons.primary(getTranslation("reports.template.show"), this::ask);
        show.addClassName("show");
        section.add(new Div(), show);
        files.removeAll();
        Div made = ScheduleForm.section(getTranslation("reports.template.files"));
        Div formats = new Div();
        formats.addClassName("g");
        for (ReportFormat format : ReportFormat.values()) {
            formats.add(Buttons.plain(format.name(), () -> produce(format)));
        }
        made.add(new Div(), formats, new Div(), files);
        Span hint = ScheduleForm.hint(getTranslation("reports.template.hint"));
        Div note = new Div(hint);
        note.addClassName("sec-note");
        Div form = new Div(section, made, note);
        form.addClassName("card");
        pages.removeAll();
        pages.setClassName("card pages");
        Div empty = new Div(Notice.middle(
                Icon.REPORTS,
                getTranslation("reports.template.choose"),
                getTranslation("reports.template.choose.why")));
        pages.add(empty);
        Div columns = new Div(form, pages);
        columns.addClassNames("se", "tv");
        Div actions = new Div(Buttons.plain(getTranslation("reports.template.subscribe"), this::subscribe));
        actions.addClassNames("right", "row");
        filters().add(actions);
        add(columns);
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>(prompts.values());
        given.values().removeIf(String::isBlank);
        return given;
    }

    /** The address takes the values, so that a link shows the same pages. */
    private void ask() {
        getUI().ifPresent(ui -> ui.navigate(TemplateView.class, QueryParameters.simple(query())));
    }

    private void subscribe() {
        getUI().ifPresent(ui -> ui.navigate(ScheduleView.class, QueryParameters.simple(query())));
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>(Map.of(REPORT, template.id()));
        query.putAll(given());
        return query;
    }

    private void preview() {
        pages.removeAll();
        made(ReportFormat.HTML, pages, document -> {
            IFrame frame = new IFrame();
            frame.getElement().setAttribute("sandbox", "");
            frame.getElement().setAttribute("title", getTranslation("reports.preview.of", document.title()));
            frame.setSrcdoc(new String(document.content(), StandardCharsets.UTF_8));
            return frame;
        });
    }

    private void produce(ReportFormat format) {
        files.removeAll();
        made(
                format,
                files,
                document -> new Anchor(
                        Downloads.of(document.content(), document.fileName(), format, centre),
                        getTranslation("reports.template.ready", document.fileName())));
    }

    private interface Shown {
        com.vaadin.flow.component.Component of(RenderedReport document);
    }

    /** Makes a document in the background and shows it, unless another was asked for at the same place meanwhile. */
    private void made(ReportFormat format, Div place, Shown shown) {
        UI ui = UI.getCurrent();
        PortalUser user = signedIn.user();
        Map<String, String> values = given();
        Template wanted = template;
        int number = asked.merge(place, 1, Integer::sum);
        Rendering rendering = new Rendering();
        place.add(new MakingNote(rendering));
        Thread.ofVirtual().name("report-by-hand").start(() -> {
            try {
                RenderedReport document = centre.render(wanted.id(), values, language, format, user, rendering);
                show(ui, place, number, () -> shown.of(document));
            } catch (ReportException e) {
                refuse(ui, place, number, refusals.words(e, wanted));
            } catch (SQLException | RuntimeException e) {
                LOG.warn("report {} by hand: {}", wanted.id(), e.getMessage(), e);
                refuse(ui, place, number, String.valueOf(e.getMessage()));
            }
        });
    }

    private void refuse(UI ui, Div place, int number, String why) {
        show(ui, place, number, () -> Notice.bar(State.RED, getTranslation("reports.failed"), why));
    }

    private void show(UI ui, Div place, int number, Supplier<com.vaadin.flow.component.Component> content) {
        ui.accessLater(
                        () -> {
                            if (number == asked.get(place)) {
                                place.removeAll();
                                place.add(content.get());
                            }
                        },
                        () -> {})
                .run();
    }
}
