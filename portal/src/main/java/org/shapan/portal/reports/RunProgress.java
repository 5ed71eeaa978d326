package org.shapan.portal.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.util.List;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Buttons;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.schedule.ReportSchedule;

/** A run that is under way: how many of its mails have ended, how far each recipient's documents are, and a way to end the rest. */
final class RunProgress extends Div {
    private final transient ReportSchedule schedule;
    private final transient Instant planned;
    private final transient ReportCentre centre;
    private final transient PortalUser user;
    private final Span words = new Span();
    private final Element bar = new Element("progress");
    private final Div rows = new Div();
    private Registration polling = () -> {};

    /** @param mayCancel whether the person may end it */
    RunProgress(
            ReportSchedule schedule,
            Instant planned,
            ReportCentre centre,
            PortalUser user,
            boolean mayCancel,
            Runnable redraw) {
        this.schedule = schedule;
        this.planned = planned;
        this.centre = centre;
        this.user = user;
        addClassName("rp");
        Div head = new Div(words);
        head.addClassName("row");
        if (mayCancel) {
            Div right = new Div(Buttons.plain(getTranslation("reports.progress.cancel"), () -> ask(redraw)));
            right.addClassName("right");
            head.add(right);
        }
        add(head);
        getElement().appendChild(bar);
        rows.addClassName("rows");
        add(rows);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> show());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
    }

    private void show() {
        List<Delivery> run = centre.run(schedule, planned, user);
        long ended = run.stream().filter(row -> row.state().isTerminal()).count();
        words.setText(getTranslation("reports.progress.run", Times.moment(planned, centre.zone()), ended, run.size()));
        bar.setAttribute("max", Integer.toString(Math.max(1, run.size())));
        bar.setAttribute("value", Long.toString(ended));
        bar.setAttribute("aria-label", words.getText());
        NativeTableBody body = new NativeTableBody();
        run.forEach(row -> body.add(line(row)));
        NativeTable table = new NativeTable();
        table.add(body);
        rows.removeAll();
        rows.add(table);
    }

    private NativeTableRow line(Delivery delivery) {
        Outcome outcome = Outcome.of(delivery);
        NativeTableRow line = new NativeTableRow();
        line.add(
                Cells.text(delivery.recipient().name()),
                Cells.text(delivery.partCaption().orElse(""), "muted"),
                Cells.of(Badge.of(OutcomeMarks.of(outcome), getTranslation(OutcomeMarks.textKey(outcome)))),
                Cells.text(
                        centre.progress(delivery)
                                .map(progress -> MakingNote.words(this, progress))
                                .orElse(""),
                        "hint"));
        return line;
    }

    private void ask(Runnable redraw) {
        ConfirmDialog sure = new ConfirmDialog(
                getTranslation("reports.progress.cancel"),
                getTranslation("reports.progress.cancel.sure"),
                getTranslation("reports.progress.cancel"),
                confirmed -> {
                    Notification.show(
                            getTranslation("reports.progress.cancelled", centre.cancelRun(schedule, planned, user)));
                    redraw.run();
                });
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("reports.editor.cancel"));
        sure.open();
    }
}
