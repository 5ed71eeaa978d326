package org.shapan.portal.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.StateMark;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.schedule.ReportSchedule;

/** The report centre (mock-up 11): schedules with their last and next run, or the templates. */
@NeedsWarehouse
@Route(value = "reports", layout = MainLayout.class)
@Menu(title = "frame.rail.reports", icon = "REPORTS", order = 50)
@StyleSheet("look/reports.css")
@PermitAll
public class ReportsView extends PortalView implements BeforeEnterObserver {
    private static final int POLL_MILLIS = 2_000;
    static final String SCHEDULE = "schedule";
    private static final String TAB = "tab";
    private static final String ALL = "all";
    private static final String MINE = "mine";
    private static final String TEMPLATES = "templates";

    private final transient ReportCentre centre;
    private final transient ScheduleEditing editing;
    private final transient FolderTemplates folder;
    private final transient SignedIn signedIn;
    private final transient Texts texts;
    private final Language language;
    private String chosen = "";
    private String tab = ALL;
    private transient List<ReportCentre.Entry> shown = List.of();
    private Registration polling = () -> {};

    ReportsView(ReportCentre centre, ScheduleEditing editing, FolderTemplates folder, SignedIn signedIn, Texts texts) {
        super("reports.title");
        this.centre = centre;
        this.editing = editing;
        this.folder = folder;
        this.signedIn = signedIn;
        this.texts = texts;
        this.language = Language.of(getLocale());
        Div actions = new Div(
                Buttons.plain(
                        getTranslation("reports.ledger"), () -> getUI().ifPresent(ui -> ui.navigate(LedgerView.class))),
                newButton());
        if (signedIn.user().roles().contains(Roles.ADMIN)) {
            actions.addComponentAsFirst(Buttons.plain(
                    getTranslation("reports.calendars"),
                    () -> getUI().ifPresent(ui -> ui.navigate(CalendarsView.class))));
        }
        actions.addClassNames("right", "row");
        filters().add(actions);
    }

    /** While something is under way the list looks again every other second. */
    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> refresh());
        watch();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }

    private void refresh() {
        if (isAttached() && !shown.equals(centre.schedules(signedIn.user()))) {
            draw();
        }
    }

    private void watch() {
        boolean underWay = shown.stream()
                .flatMap(entry -> entry.recent().stream())
                .anyMatch(delivery -> !delivery.state().isTerminal());
        getUI().ifPresent(ui -> ui.setPollInterval(underWay ? POLL_MILLIS : -1));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        chosen = query.getSingleParameter(SCHEDULE).orElse("");
        tab = query.getSingleParameter(TAB)
                .filter(List.of(MINE, TEMPLATES)::contains)
                .orElse(ALL);
        draw();
    }

    private NativeButton newButton() {
        NativeButton button = Buttons.primary("", () -> getUI().ifPresent(ui -> ui.navigate(ScheduleView.class)));
        button.add(Icon.PLUS.create());
        button.add(getTranslation("reports.new"));
        return button;
    }

    private void draw() {
        removeAll();
        List<ReportCentre.Entry> all = centre.schedules(signedIn.user());
        List<ReportCentre.Entry> mine = all.stream()
                .filter(entry -> centre.isSubscription(entry.schedule(), signedIn.user()))
                .toList();
        List<ReportCentre.Entry> entries = tab.equals(MINE) ? mine : all;
        shown = all;
        watch();
        breadcrumb()
                .show(List.of(Breadcrumb.Step.title(
                        getTranslation("reports.title"),
                        getTranslation("reports.count", centre.templates().size(), all.size()))));
        add(tabs(all.size(), mine.size()));
        if (tab.equals(TEMPLATES)) {
            if (signedIn.user().roles().contains(Roles.ADMIN) && folder.folder().isPresent()) {
                add(new FolderCard(folder, signedIn.user(), language, this::draw));
            }
            add(new TemplateGallery(centre, signedIn.user(), language));
        } else if (entries.isEmpty()) {
            Div card = new Div(Notice.middle(
                    Icon.REPORTS, getTranslation("reports.empty"), getTranslation("reports.empty.why"), newButton()));
            card.addClassNames("card", "grow");
            add(card);
        } else {
            ReportCentre.Entry detailed = entries.stream()
                    .filter(entry -> entry.schedule().id().equals(chosen))
                    .findFirst()
                    .orElse(entries.getFirst());
            Div columns = new Div(
                    list(entries, detailed), new ScheduleDetail(detailed, centre, editing, signedIn, this::draw));
            columns.addClassName("rc");
            add(columns);
        }
    }

    private Div tabs(int all, int mine) {
        Div tabs = new Div(
                tab(getTranslation("reports.tab.schedules", all), ALL),
                tab(getTranslation("reports.tab.mine", mine), MINE),
                tab(getTranslation("reports.tab.templates", centre.templates().size()), TEMPLATES));
        tabs.addClassName("tabs");
        tabs.getStyle().set("border", "0");
        Div line = new Div(tabs, today());
        line.addClassName("row");
        return line;
    }

    /** How today's mails stand. */
    private Div today() {
        Div today = new Div();
        today.addClassNames("right", "row", "hint");
        Map<Outcome, Long> counts = centre.today(signedIn.user());
        today.add(new Span(getTranslation(
                "reports.today",
                counts.values().stream().mapToLong(Long::longValue).sum())));
        counts.forEach((outcome, count) -> {
            today.add(
                    new StateMark(OutcomeMarks.of(outcome)),
                    new Span(getTranslation(OutcomeMarks.textKey(outcome)) + " " + count));
        });
        return today;
    }

    private NativeButton tab(String text, String key) {
        NativeButton button = new NativeButton(
                text, click -> getUI().ifPresent(ui -> ui.navigate(ReportsView.class, QueryParameters.of(TAB, key))));
        button.setClassName("on", tab.equals(key));
        return button;
    }

    private Div list(List<ReportCentre.Entry> entries, ReportCentre.Entry detailed) {
        NativeTableBody body = new NativeTableBody();
        entries.forEach(entry -> body.add(row(entry, entry.equals(detailed))));
        Div table = new Div(Cells.table(
                body,
                Cells.head(getTranslation("reports.col.id")),
                Cells.head(getTranslation("reports.col.report")),
                Cells.head(getTranslation("reports.col.plan")),
                Cells.head(getTranslation("reports.col.formats")),
                Cells.head(getTranslation("reports.col.recipients"), "num"),
                Cells.head(getTranslation("reports.col.last")),
                Cells.head(getTranslation("reports.col.result")),
                Cells.head(getTranslation("reports.col.next") + " ↑", "sort"),
                Cells.head("")));
        table.addClassName("list");
        Span zone = new Span(getTranslation("reports.zone", centre.zone().getId()));
        zone.addClassName("right");
        Div foot = new Div(new Span(getTranslation("reports.rows", entries.size())), zone);
        foot.addClassName("foot");
        Div card = new Div(table, foot);
        card.addClassName("card");
        return card;
    }

    private NativeTableRow row(ReportCentre.Entry entry, boolean on) {
        ReportSchedule schedule = entry.schedule();
        NativeTableRow row = new NativeTableRow();
        row.add(
                Cells.text(schedule.templateId(), "muted"),
                Cells.of(Cells.bold(schedule.name())),
                Cells.text(Timing.words(schedule.calendar(), texts, language), "muted"),
                Cells.text(
                        String.join(
                                " ", schedule.formats().stream().map(Enum::name).toList()),
                        "hint"),
                Cells.text(people(schedule), "num"),
                Cells.text(
                        entry.last()
                                .map(d -> Times.moment(d.key().plannedAt(), centre.zone()))
                                .orElse(""),
                        "muted"),
                result(entry),
                Cells.text(entry.next().map(n -> Times.moment(n, centre.zone())).orElse("")),
                actions(entry));
        Cells.onChoose(
                row,
                on,
                () -> getUI().ifPresent(ui -> ui.navigate(
                        ReportsView.class, QueryParameters.simple(Map.of(TAB, tab, SCHEDULE, schedule.id())))));
        return row;
    }

    private String people(ReportSchedule schedule) {
        String parts = schedule.burst() == null
                ? ""
                : getTranslation(
                        "reports.by", centre.parameterCaption(schedule.templateId(), schedule.burst(), language));
        return (parts + " "
                        + getTranslation("reports.people", schedule.recipients().size()))
                .strip();
    }

    private NativeTableCell result(ReportCentre.Entry entry) {
        if (entry.schedule().paused()) {
            return Cells.of(Badge.fact(getTranslation("reports.paused")));
        }
        return entry.last()
                .map(Outcome::of)
                .map(outcome ->
                        Cells.of(Badge.of(OutcomeMarks.of(outcome), getTranslation(OutcomeMarks.textKey(outcome)))))
                .orElseGet(() -> Cells.of(Badge.fact(getTranslation("reports.never"))));
    }

    private NativeTableCell actions(ReportCentre.Entry entry) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("acts");
        if (editing.mayEdit(entry.schedule(), signedIn.user())) {
            NativeButton run = new NativeButton();
            run.addClassName("plain");
            run.add(Icon.PLAY.create());
            run.getElement().setAttribute("aria-label", getTranslation("reports.run"));
            run.setTitle(getTranslation("reports.run"));
            run.getElement()
                    .addEventListener("click", event -> runNow(entry.schedule()))
                    .stopPropagation();
            cell.add(run);
        }
        return cell;
    }

    private void runNow(ReportSchedule schedule) {
        List<Delivery> rows = editing.runNow(schedule.id(), signedIn.user());
        Notification.show(getTranslation("reports.run.done", rows.size()));
        draw();
    }
}
