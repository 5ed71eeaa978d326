package org.shapan.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.template.Template;

/** The templates, each of which can be produced at once for the reader. */
final class TemplateList extends Div {
    private final transient ReportCentre centre;
    private final transient SignedIn signedIn;
    private final Language language;
    private final transient Refusals refusals;

    TemplateList(ReportCentre centre, SignedIn signedIn, Language language, Refusals refusals) {
        this.refusals = refusals;
        this.centre = centre;
        this.signedIn = signedIn;
        this.language = language;
        NativeTableBody body = new NativeTableBody();
        centre.templates().forEach(template -> body.add(row(template)));
        add(Cells.table(
                body,
                Cells.head(getTranslation("reports.col.id")),
                Cells.head(getTranslation("reports.col.report")),
                Cells.head(getTranslation("reports.col.prompts")),
                Cells.head("")));
    }

    private NativeTableRow row(Template template) {
        NativeTableRow row = new NativeTableRow();
        NativeTableCell actions = new NativeTableCell();
        actions.addClassName("num");
        actions.add(Buttons.plain(getTranslation("reports.template.make"), () -> produce(template)));
        row.add(
                Cells.text(template.id(), "muted"),
                Cells.of(Cells.bold(template.title(language.locale()))),
                Cells.text(
                        template.parameters().stream()
                                .map(parameter -> template.caption(parameter, language.locale()))
                                .collect(Collectors.joining(", ")),
                        "muted"),
                actions);
        return row;
    }

    private void produce(Template template) {
        Dialog dialog = new Dialog(template.id() + " " + template.title(language.locale()));
        Div section = new Div();
        section.addClassName("sec");
        PortalUser user = signedIn.user();
        Prompts prompts = new Prompts(
                section, template, Map.of(), centre, user, language, getTranslation("reports.editor.latest"));
        Div result = new Div();
        Div form = new Div(section, result);
        form.addClassName("se");
        form.getStyle().set("width", "min(460px, 84vw)").set("grid-template-columns", "1fr");
        dialog.add(form);
        for (ReportFormat format : ReportFormat.values()) {
            NativeButton button = Buttons.plain(format.name(), () -> {
                Map<String, String> given = new HashMap<>(prompts.values());
                given.values().removeIf(String::isBlank);
                result.removeAll();
                result.add(new Span(getTranslation("reports.template.making")));
                render(template, given, format, user, result);
            });
            dialog.getFooter().add(button);
        }
        dialog.open();
    }

    private void render(
            Template template, Map<String, String> given, ReportFormat format, PortalUser user, Div result) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("report-by-hand").start(() -> {
            try {
                RenderedReport document = centre.render(template.id(), given, language, format, user);
                show(
                        ui,
                        result,
                        () -> new Anchor(
                                Downloads.of(document.content(), document.fileName(), format),
                                getTranslation("reports.template.ready", document.fileName())));
            } catch (ReportException e) {
                refuse(ui, result, refusals.words(e, template));
            } catch (SQLException e) {
                refuse(ui, result, e.getMessage());
            }
        });
    }

    private void refuse(UI ui, Div result, String why) {
        show(ui, result, () -> Notice.bar(State.RED, getTranslation("reports.failed"), why));
    }

    /** Replaces the result; nothing happens when the page was closed meanwhile. */
    private static void show(UI ui, Div result, Supplier<Component> content) {
        ui.accessLater(
                        () -> {
                            result.removeAll();
                            result.add(content.get());
                        },
                        () -> {})
                .run();
    }
}
