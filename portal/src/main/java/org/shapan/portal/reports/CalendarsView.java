package org.shapan.portal.reports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.reports.schedule.DayCalendar;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleException;

/** The named calendars that schedules keep to, for administrators: a list, and the days of the chosen one, {@code ?calendar=}. */
@NeedsWarehouse
@Route(value = "admin/calendars", layout = MainLayout.class)
@StyleSheet("look/reports.css")
@RolesAllowed(Roles.ADMIN)
public class CalendarsView extends PortalView implements BeforeEnterObserver {
    private static final String CALENDAR = "calendar";

    private final transient ReportScheduler scheduler;

    CalendarsView(ReportScheduler scheduler) {
        super("reports.calendars");
        this.scheduler = scheduler;
        Div actions = new Div(Buttons.primary(getTranslation("reports.calendars.new"), () -> open("")));
        actions.addClassNames("right", "row");
        filters().add(actions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CALENDAR)
                .orElse(""));
    }

    private void open(String name) {
        getUI().ifPresent(ui -> ui.navigate(
                CalendarsView.class, name.isEmpty() ? QueryParameters.empty() : QueryParameters.of(CALENDAR, name)));
    }

    private void draw(String chosen) {
        removeAll();
        List<DayCalendar> all = scheduler.calendars();
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("reports.title"), "", null, "reports"),
                        Breadcrumb.Step.title(
                                getTranslation("reports.calendars"),
                                getTranslation("reports.calendars.count", all.size()))));
        NativeTableBody body = new NativeTableBody();
        for (DayCalendar calendar : all) {
            NativeTableRow row = new NativeTableRow();
            row.add(
                    Cells.of(Cells.bold(calendar.name())),
                    Cells.text(
                            Integer.toString(
                                    scheduler.keepingTo(calendar.name()).size()),
                            "num"));
            Cells.onChoose(row, calendar.name().equals(chosen), () -> open(calendar.name()));
            body.add(row);
        }
        Div table = new Div(Cells.table(
                body,
                Cells.head(getTranslation("reports.calendars.name")),
                Cells.head(getTranslation("reports.calendars.schedules"), "num")));
        table.addClassName("list");
        Div list = new Div(table);
        list.addClassName("card");
        Optional<DayCalendar> known =
                all.stream().filter(calendar -> calendar.name().equals(chosen)).findFirst();
        Div columns = new Div(list, editor(known));
        columns.addClassNames("rc", "cal");
        add(columns);
    }

    private Div editor(Optional<DayCalendar> known) {
        TextField name = new TextField(getTranslation("reports.calendars.name"));
        name.setValue(known.map(DayCalendar::name).orElse(""));
        name.setReadOnly(known.isPresent());
        name.setMaxLength(DayCalendar.NAME_LENGTH);
        TextArea days = new TextArea(getTranslation("reports.calendars.days"));
        days.setValue(known.map(DayCalendar::lines).orElse(""));
        days.setMinRows(8);
        days.setMaxRows(20);
        days.setMaxLength(DayCalendar.LINES_LENGTH);
        Span hint = ScheduleForm.hint(getTranslation("reports.calendars.hint"));
        Div refused = new Div();
        Div actions = new Div();
        actions.addClassName("acts");
        known.ifPresent(calendar -> actions.add(Buttons.plain(
                getTranslation("reports.delete"),
                () -> attempt(refused, () -> {
                    scheduler.deleteCalendar(calendar.name());
                    open("");
                }))));
        actions.add(Buttons.primary(
                getTranslation("reports.editor.save"),
                () -> attempt(refused, () -> {
                    DayCalendar calendar = new DayCalendar(name.getValue(), days.getValue());
                    scheduler.save(calendar);
                    Notification.show(getTranslation("reports.calendars.saved", calendar.name()));
                    open(calendar.name());
                })));
        Div body = new Div(refused, name, days, hint, actions);
        body.addClassName("detail");
        Div card = new Div(
                new Header(new H2(known.map(DayCalendar::name).orElse(getTranslation("reports.calendars.new")))), body);
        card.addClassName("card");
        return card;
    }

    private void attempt(Div refused, Runnable action) {
        refused.removeAll();
        try {
            action.run();
        } catch (ScheduleException e) {
            refused.add(Notice.bar(
                    State.RED,
                    getTranslation("reports.failed"),
                    getTranslation("reports.refused." + e.reason(), e.field())));
        }
    }
}
