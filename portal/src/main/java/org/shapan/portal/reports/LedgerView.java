package org.shapan.portal.reports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;
import org.shapan.reports.delivery.Delivery;

/** The delivery ledger (mock-up 13): one row per schedule, time and recipient, with what happened to it. */
@NeedsWarehouse
@Route(value = "reports/ledger", layout = MainLayout.class)
@StyleSheet("look/reports.css")
@PermitAll
public class LedgerView extends PortalView implements BeforeEnterObserver {
    private static final String ROW = "row";
    private static final String STATE = "state";
    private static final String REPORT = "report";
    private static final String ALL = "";
    private static final int ROWS = 500;
    private static final Duration WEEK = Duration.ofDays(7);

    private final transient ReportCentre centre;
    private final transient SignedIn signedIn;
    private final FilterChip<String> stateChip;
    private final FilterChip<String> reportChip;
    private String row = "";
    private String state = ALL;
    private String report = ALL;

    LedgerView(ReportCentre centre, SignedIn signedIn) {
        super("reports.ledger");
        this.centre = centre;
        this.signedIn = signedIn;
        this.stateChip = new FilterChip<>(
                getTranslation("reports.ledger.status"),
                choice -> getTranslation(
                        choice.isEmpty()
                                ? "reports.ledger.all"
                                : Outcome.valueOf(choice).textKey()),
                choice -> show(Map.of(STATE, choice, REPORT, report)));
        this.reportChip = new FilterChip<>(
                getTranslation("reports.ledger.report"),
                choice -> choice.isEmpty() ? getTranslation("reports.ledger.all") : choice,
                choice -> show(Map.of(STATE, state, REPORT, choice)));
        filters().add(stateChip, reportChip);
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("reports.title"), "", null, "reports"),
                        Breadcrumb.Step.title(
                                getTranslation("reports.ledger"), getTranslation("reports.ledger.note"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        row = query.getSingleParameter(ROW).orElse("");
        state = query.getSingleParameter(STATE).filter(LedgerView::isOutcome).orElse(ALL);
        report = query.getSingleParameter(REPORT).orElse(ALL);
        draw();
    }

    private static boolean isOutcome(String name) {
        return List.of(Outcome.values()).stream()
                .anyMatch(outcome -> outcome.name().equals(name));
    }

    private void show(Map<String, String> query) {
        Map<String, String> given = new LinkedHashMap<>(query);
        given.values().removeIf(String::isEmpty);
        getUI().ifPresent(ui -> ui.navigate(LedgerView.class, QueryParameters.simple(given)));
    }

    private void draw() {
        removeAll();
        List<Delivery> all = centre.ledger(signedIn.user(), ROWS);
        chips();
        add(tiles(all));
        List<Delivery> shown = all.stream()
                .filter(d -> state.isEmpty() || Outcome.of(d).name().equals(state))
                .filter(d -> report.isEmpty() || d.templateId().equals(report))
                .toList();
        if (shown.isEmpty()) {
            Div card = new Div(Notice.middle(
                    Icon.MAIL, getTranslation("reports.ledger.empty"), getTranslation("reports.ledger.empty.why")));
            card.addClassNames("card", "grow");
            add(card);
            return;
        }
        Optional<Delivery> chosen =
                shown.stream().filter(d -> Long.toString(d.id()).equals(row)).findFirst();
        Delivery detail = chosen.orElse(shown.getFirst());
        Div columns = new Div(list(shown, detail), new DeliveryDetail(detail, centre, signedIn, this::draw));
        columns.addClassNames("rc", "lg");
        add(columns);
    }

    private void chips() {
        List<String> states = new ArrayList<>(List.of(ALL));
        for (Outcome outcome : Outcome.values()) {
            states.add(outcome.name());
        }
        stateChip.show(states, state, ALL);
        List<String> reports = new ArrayList<>(List.of(ALL));
        centre.templates().forEach(template -> reports.add(template.id()));
        if (!reports.contains(report)) {
            reports.add(report);
        }
        reportChip.show(reports, report, ALL);
    }

    private Tiles tiles(List<Delivery> all) {
        Instant since = Instant.now().minus(WEEK);
        List<Outcome> week = all.stream()
                .filter(d -> d.key().plannedAt().isAfter(since))
                .map(Outcome::of)
                .toList();
        List<KpiTile.Content> tiles = new ArrayList<>();
        tiles.add(tile("planned", week.size(), State.NONE, false));
        for (Outcome outcome : List.of(
                Outcome.SENT,
                Outcome.LATE,
                Outcome.FAILED,
                Outcome.AMBIGUOUS,
                Outcome.MISSED,
                Outcome.SKIPPED,
                Outcome.WAITING)) {
            long count = week.stream().filter(o -> o == outcome).count();
            tiles.add(tile(outcome.name(), count, count == 0 ? State.NONE : outcome.mark(), true));
        }
        Tiles box = new Tiles();
        box.show(tiles);
        return box;
    }

    private KpiTile.Content tile(String key, long count, State mark, boolean judged) {
        return new KpiTile.Content(
                getTranslation("reports.ledger.tile." + key),
                new Quantity(Long.toString(count), ""),
                mark,
                judged,
                List.of(),
                List.of(new KpiTile.Comparison(getTranslation("reports.ledger.7days"), "")),
                null,
                null);
    }

    private Div list(List<Delivery> shown, Delivery detail) {
        NativeTableBody body = new NativeTableBody();
        shown.forEach(delivery -> body.add(line(delivery, delivery.id() == detail.id())));
        Div table = new Div(Cells.table(
                body,
                Cells.head(getTranslation("reports.ledger.col.planned"), "sort"),
                Cells.head(getTranslation("reports.col.report")),
                Cells.head(getTranslation("reports.ledger.col.recipient")),
                Cells.head(getTranslation("reports.ledger.part")),
                Cells.head(getTranslation("reports.ledger.document")),
                Cells.head(getTranslation("reports.ledger.col.state")),
                Cells.head(getTranslation("reports.ledger.col.rendered")),
                Cells.head(getTranslation("reports.ledger.col.sent")),
                Cells.head(getTranslation("reports.ledger.col.attempts"), "num")));
        table.addClassName("list");
        Div foot = new Div(new Span(getTranslation("reports.ledger.rows", shown.size())));
        foot.addClassName("foot");
        Div card = new Div(table, foot);
        card.addClassName("card");
        return card;
    }

    private NativeTableRow line(Delivery delivery, boolean on) {
        Outcome outcome = Outcome.of(delivery);
        NativeTableRow line = new NativeTableRow();
        line.add(
                Cells.text(Times.moment(delivery.key().plannedAt(), centre.zone())),
                Cells.of(
                        Cells.muted(delivery.templateId() + " "),
                        new Span(centre.template(delivery.templateId())
                                .map(t -> t.title(getLocale()))
                                .orElse(""))),
                Cells.text(delivery.recipient().name()),
                Cells.text(delivery.partCaption().orElse("—"), "muted"),
                Cells.text(delivery.documentId().orElse(""), "muted"),
                Cells.of(Badge.of(outcome.mark(), getTranslation(outcome.textKey()))),
                Cells.text(
                        delivery.renderedAt()
                                .map(t -> Times.clock(t, centre.zone()))
                                .orElse(""),
                        "muted"),
                Cells.text(
                        outcome == Outcome.SENT || outcome == Outcome.LATE
                                ? Times.clock(delivery.endedAt().orElseThrow(), centre.zone())
                                : ""),
                Cells.text(Integer.toString(delivery.attempts()), "num"));
        Map<String, String> query = Map.of(STATE, state, REPORT, report, ROW, Long.toString(delivery.id()));
        Cells.onChoose(line, on, () -> show(query));
        return line;
    }
}
