package org.shapan.portal.reports;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.schedule.Audience;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ScheduleException;
import org.shapan.reports.template.Template;

/**
 * The editor of a schedule (mock-up 12): what is sent, when, to whom; beside it the next times and who would get what. {@code ?id=} names the
 * schedule; for a new one {@code ?report=} and values of its parameters.
 */
@NeedsWarehouse
@Route(value = "reports/schedule", layout = MainLayout.class)
@StyleSheet("look/reports.css")
@PermitAll
public class ScheduleView extends PortalView implements BeforeEnterObserver {
    static final String ID = "id";
    static final String REPORT = "report";

    private final transient ReportCentre centre;
    private final transient ScheduleEditing editing;
    private final transient SignedIn signedIn;
    private final transient Texts texts;
    private final Language language;
    private final Div refused = new Div();
    private transient Optional<ReportSchedule> known = Optional.empty();
    private transient ScheduleForm form;
    private AudienceCard audience;
    private NativeButton self;

    ScheduleView(ReportCentre centre, ScheduleEditing editing, SignedIn signedIn, Texts texts) {
        super("reports.editor.title");
        this.centre = centre;
        this.editing = editing;
        this.signedIn = signedIn;
        this.texts = texts;
        this.language = Language.of(getLocale());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        PortalUser user = signedIn.user();
        Optional<String> id = query.getSingleParameter(ID);
        known = id.flatMap(given -> editing.find(given, user));
        removeAll();
        filters().removeAll();
        if (id.isPresent() && known.isEmpty()) {
            Div card = new Div(Notice.middle(
                    Icon.REPORTS, getTranslation("reports.editor.gone"), getTranslation("reports.editor.gone.why")));
            card.addClassNames("card", "grow");
            add(card);
            return;
        }
        draw(known.map(ScheduleDraft::of).orElseGet(() -> fresh(query, user)));
    }

    private ScheduleDraft fresh(QueryParameters query, PortalUser user) {
        Template template = query.getSingleParameter(REPORT)
                .flatMap(centre::template)
                .orElseGet(() -> centre.templates().getFirst());
        Map<String, String> parameters = new HashMap<>();
        template.parameters()
                .forEach(parameter -> query.getSingleParameter(parameter.name())
                        .ifPresent(value -> parameters.put(parameter.name(), value)));
        String name = centre.title(template, parameters, language, user);
        return editing.fresh(template, name, parameters, language, user);
    }

    private void draw(ScheduleDraft draft) {
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("reports.title"), "", null, "reports"),
                        Breadcrumb.Step.title(
                                known.map(ReportSchedule::name).orElseGet(() -> getTranslation("reports.editor.new")),
                                getTranslation("reports.editor.title"))));
        UpcomingCard upcoming = new UpcomingCard(editing);
        audience = new AudienceCard();
        form = new ScheduleForm(draft, centre, signedIn.user(), language, upcoming::show, this::changed);
        Div columns = new Div(form, upcoming, audience);
        columns.addClassName("se");
        bar();
        add(columns);
        known.ifPresent(schedule -> dryRun());
    }

    private void bar() {
        Div actions = new Div();
        actions.addClassNames("right", "row");
        known.ifPresent(schedule -> {
            filters().add(enabled(schedule), owner(schedule));
            self = Buttons.plain(getTranslation("reports.self"), () -> {
                Delivery row = editing.sendToSelf(schedule.id(), signedIn.user());
                Notification.show(
                        getTranslation("reports.self.done", row.recipient().address()));
            });
            actions.add(self);
        });
        actions.add(
                Buttons.plain(getTranslation("reports.editor.dry"), this::dryRun),
                Buttons.plain(getTranslation("reports.editor.cancel"), () -> leave(known.map(ReportSchedule::id))),
                Buttons.primary(getTranslation("reports.editor.save"), this::save));
        filters().add(actions);
    }

    private Checkbox enabled(ReportSchedule schedule) {
        Checkbox enabled = new Checkbox(getTranslation("reports.editor.enabled"), !schedule.paused());
        enabled.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            boolean done = attempt(() -> {
                editing.pause(schedule.id(), !change.getValue(), signedIn.user());
                Notification.show(getTranslation(change.getValue() ? "reports.resumed" : "reports.paused.now"));
            });
            if (!done) {
                enabled.setValue(!change.getValue());
            }
        });
        return enabled;
    }

    private Div owner(ReportSchedule schedule) {
        Span name = new Span(getTranslation("reports.editor.owner", centre.nameOf(schedule.owner())));
        name.addClassName("muted");
        Div owner = new Div(name);
        owner.addClassName("row");
        if (editing.mayTakeOver(schedule, signedIn.user())) {
            owner.add(Buttons.plain(getTranslation("reports.editor.takeover"), () -> {
                editing.takeOver(schedule.id(), signedIn.user());
                Notification.show(getTranslation("reports.editor.takeover.done"));
                leave(Optional.of(schedule.id()));
            }));
        }
        return owner;
    }

    /** What is sent now is what was kept, so trying it waits for saving. */
    private void changed() {
        if (self != null) {
            self.setEnabled(false);
            self.setTitle(getTranslation("reports.editor.self.save"));
        }
    }

    private void dryRun() {
        attempt(() -> {
            ScheduleDraft draft = form.draft();
            Audience found = editing.dryRun(draft, signedIn.user());
            audience.show(found, centre.subject(draft, found, signedIn.user()));
        });
    }

    private void save() {
        attempt(() ->
                leave(Optional.of(editing.save(form.draft(), signedIn.user()).id())));
    }

    private void leave(Optional<String> id) {
        getUI().ifPresent(ui -> ui.navigate(
                ReportsView.class,
                id.map(given -> QueryParameters.of(ReportsView.SCHEDULE, given)).orElse(QueryParameters.empty())));
    }

    /** Does it, or shows why not. */
    private boolean attempt(Runnable action) {
        refused.removeAll();
        refused.removeFromParent();
        Refusals refusals = new Refusals(texts, language);
        try {
            action.run();
            return true;
        } catch (ScheduleException e) {
            refuse(refusals.words(e, form.template()));
        } catch (IllegalArgumentException e) {
            refuse(refusals.calendar());
        } catch (IllegalStateException e) {
            refuse(getTranslation("reports.editor.organisation", e.getMessage()));
        }
        return false;
    }

    private void refuse(String why) {
        addComponentAsFirst(refused);
        refused.add(Notice.bar(State.RED, getTranslation("reports.failed"), why));
    }
}
