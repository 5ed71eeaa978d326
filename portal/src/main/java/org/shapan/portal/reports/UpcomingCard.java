package org.shapan.portal.reports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shapan.portal.reports.Timing.Rhythm;
import org.shapan.portal.widget.Card;

/** The next ten times of a schedule, each moved one with the day that it was moved from. */
final class UpcomingCard extends Composite<Card> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final transient ScheduleEditing editing;

    UpcomingCard(ScheduleEditing editing) {
        this.editing = editing;
        getContent().flush().addClassName("nx");
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("reports.editor.next"));
    }

    void show(Timing timing) {
        List<ScheduleEditing.Upcoming> times = editing.upcoming(timing);
        getContent().remark(getTranslation("reports.zone", timing.zone().getId()));
        if (times.isEmpty()) {
            Div none = new Div(getTranslation(
                    timing.rhythm() == Rhythm.PUBLISHED
                            ? "reports.editor.next.published"
                            : "reports.editor.next.none"));
            none.addClassName("hint");
            getContent().body(none);
            return;
        }
        NativeTableBody body = new NativeTableBody();
        for (int i = 0; i < times.size(); i++) {
            ScheduleEditing.Upcoming upcoming = times.get(i);
            ZonedDateTime at = upcoming.at().atZone(timing.zone());
            NativeTableRow row = new NativeTableRow();
            Span from = new Span(upcoming.movedFrom()
                    .map(day -> getTranslation("reports.editor.moved", MONTH_DAY.format(day), weekday(day)))
                    .orElse(""));
            from.addClassName("hint");
            row.add(
                    Cells.text(Integer.toString(i + 1), "muted"),
                    Cells.of(Cells.bold(DAY.format(at) + " " + weekday(at.toLocalDate()))),
                    Cells.of(from),
                    Cells.text(CLOCK.format(at), "num"));
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.add(body);
        getContent().body(table);
    }

    private String weekday(LocalDate day) {
        return getTranslation("reports.weekday." + day.getDayOfWeek().getValue());
    }
}
