package org.shapan.portal.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;
import org.shapan.portal.widget.StateMark;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ScheduleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chosen schedule: first page as the reader would see it, last runs, what it sends to whom, actions. */
final class ScheduleDetail extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleDetail.class);

    private final transient ReportCentre.Entry entry;
    private final transient ReportCentre centre;
    private final transient ScheduleEditing editing;
    private final transient SignedIn signedIn;
    private final transient Runnable redraw;
    private final Div preview = new Div();

    ScheduleDetail(
            ReportCentre.Entry entry,
            ReportCentre centre,
            ScheduleEditing editing,
            SignedIn signedIn,
            Runnable redraw) {
        this.entry = entry;
        this.centre = centre;
        this.editing = editing;
        this.signedIn = signedIn;
        this.redraw = redraw;
        ReportSchedule schedule = entry.schedule();
        addClassName("card");
        H2 title = new H2(schedule.templateId() + " "
                + centre.template(schedule.templateId())
                        .map(template -> template.title(getLocale()))
                        .orElse(""));
        preview.addClassName("pvw");
        Div skeleton = new Div();
        skeleton.addClassName("skel");
        preview.add(skeleton);
        Div body = new Div(preview, history());
        entry.recent().stream()
                .filter(row -> !row.state().isTerminal())
                .findFirst()
                .ifPresent(row -> body.add(new RunProgress(
                        schedule,
                        row.key().plannedAt(),
                        centre,
                        signedIn.user(),
                        editing.mayEdit(schedule, signedIn.user()),
                        redraw)));
        body.addClassName("detail");
        facts(body);
        Div lock = new Div(Icon.LOCK.create());
        lock.add(new Span(getTranslation("reports.roles")));
        lock.addClassName("lock");
        body.add(lock, actions());
        add(new Header(title), body);
    }

    /** The preview takes a second, so it comes when it is ready. */
    @Override
    protected void onAttach(AttachEvent event) {
        PortalUser user = signedIn.user();
        Language language = Language.of(getLocale());
        UI ui = event.getUI();
        Thread.ofVirtual().name("report-preview").start(() -> {
            Component shown = page(user, language);
            ui.accessLater(
                            () -> {
                                preview.removeAll();
                                preview.add(shown);
                            },
                            () -> {})
                    .run();
        });
    }

    private Component page(PortalUser user, Language language) {
        try {
            byte[] png = centre.preview(entry.schedule(), language, user);
            return new Image(
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                    getTranslation(language.locale(), "reports.preview.alt"));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("preview of schedule {}: {}", entry.schedule().id(), e.getMessage());
            Span why = new Span(getTranslation(language.locale(), "reports.preview.failed", e.getMessage()));
            why.addClassName("muted");
            return why;
        }
    }

    private Div history() {
        Span marks = new Span();
        marks.addClassName("hs");
        entry.recent().reversed().forEach(delivery -> marks.add(new StateMark(OutcomeMarks.of(Outcome.of(delivery)))));
        return Cells.pair(
                entry.recent().isEmpty()
                        ? getTranslation("reports.never")
                        : getTranslation("reports.recent", entry.recent().size()),
                marks);
    }

    private void facts(Div body) {
        ReportSchedule schedule = entry.schedule();
        String parameters =
                String.join(", ", centre.parameterTexts(schedule, Language.of(getLocale()), signedIn.user()));
        body.add(
                Cells.pair(
                        getTranslation("reports.parameters"),
                        new Span(parameters.isEmpty() ? getTranslation("reports.editor.latest") : parameters)),
                Cells.pair(getTranslation("reports.owner"), new Span(centre.nameOf(schedule.owner()))),
                Cells.pair(
                        getTranslation("reports.recipients"),
                        new Span(schedule.recipients().stream()
                                .map(recipient -> recipient.name())
                                .collect(Collectors.joining(", ")))));
        entry.last()
                .flatMap(Delivery::dataVersion)
                .ifPresent(version -> body.add(Cells.pair(getTranslation("reports.data"), new Span("v" + version))));
        entry.last()
                .flatMap(Delivery::problem)
                .ifPresent(problem -> body.add(Cells.pair(getTranslation("reports.problem"), Cells.bold(problem))));
    }

    private Div actions() {
        ReportSchedule schedule = entry.schedule();
        Div actions = new Div(Buttons.plain(getTranslation("reports.self"), () -> {
            Delivery row = editing.sendToSelf(schedule.id(), signedIn.user());
            Notification.show(
                    getTranslation("reports.self.done", row.recipient().address()));
            redraw.run();
        }));
        actions.addClassName("acts");
        if (!editing.mayEdit(schedule, signedIn.user())) {
            actions.add(Buttons.plain(getTranslation("reports.unsubscribe"), () -> {
                editing.unsubscribe(schedule.id(), signedIn.user());
                Notification.show(getTranslation("reports.unsubscribed", schedule.name()));
                redraw.run();
            }));
        } else {
            actions.add(
                    Buttons.plain(getTranslation("reports.edit"), () -> ScheduleDetail.open(this, schedule)),
                    more(schedule),
                    Buttons.primary(getTranslation("reports.run"), () -> {
                        int rows =
                                editing.runNow(schedule.id(), signedIn.user()).size();
                        Notification.show(getTranslation("reports.run.done", rows));
                        redraw.run();
                    }));
        }
        return actions;
    }

    /** Opens the editor of a schedule. */
    static void open(Component from, ReportSchedule schedule) {
        from.getUI()
                .ifPresent(ui -> ui.navigate(ScheduleView.class, QueryParameters.of(ScheduleView.ID, schedule.id())));
    }

    private NativeButton more(ReportSchedule schedule) {
        NativeButton more = Buttons.plain("", () -> {});
        more.add(Icon.MORE.create());
        more.getElement().setAttribute("aria-label", getTranslation("reports.more"));
        Menu menu = new Menu(more).alignEnd();
        menu.item(getTranslation(schedule.paused() ? "reports.resume" : "reports.pause"), false, () -> {
            try {
                editing.pause(schedule.id(), !schedule.paused(), signedIn.user());
            } catch (ScheduleException e) {
                Notification.show(getTranslation("reports.refused." + e.reason(), e.field()));
            }
            redraw.run();
        });
        menu.item(getTranslation("reports.delete"), false, this::delete);
        return more;
    }

    private void delete() {
        ConfirmDialog sure = new ConfirmDialog(
                getTranslation("reports.delete"),
                getTranslation("reports.delete.sure", entry.schedule().name()),
                getTranslation("reports.delete"),
                confirmed -> {
                    editing.delete(entry.schedule().id(), signedIn.user());
                    redraw.run();
                });
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("reports.editor.cancel"));
        sure.open();
    }
}
