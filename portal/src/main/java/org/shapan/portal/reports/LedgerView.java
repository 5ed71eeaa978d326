package org.shapan.portal.reports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
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
import java.util.stream.Stream;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Outcome;

/** The delivery ledger (mock-up 13): one row per schedule, time and recipient, with what happened to it. */
@NeedsWarehouse
@Route(value = "reports/ledger", layout = MainLayout.class)
@StyleSheet("look/reports.css")
@PermitAll
public class LedgerView extends PortalView implements BeforeEnterObserver {
    private static final String ROW = "row";
    private static final String STATE = "state";
    private static final String REPORT = "report";
    private static final String RECIPIENT = "to";
    private static final String DAYS = "days";
    private static final String PAGE = "page";
    private static final String ALL = "";
    private static final String WEEK = "7";
    private static final List<String> PERIODS = List.of("1", WEEK, "30", "90", "366");
    private static final int ROWS_A_PAGE = 50;

    private final transient ReportCentre centre;
    private final transient SignedIn signedIn;
    private final FilterChip<String> stateChip;
    private final FilterChip<String> reportChip;
    private final FilterChip<String> recipientChip;
    private final FilterChip<String> periodChip;
    private final Div actions = new Div();
    private transient Map<String, String> query = Map.of();

    LedgerView(ReportCentre centre, SignedIn signedIn) {
        super("reports.ledger");
        this.centre = centre;
        this.signedIn = signedIn;
        this.stateChip = new FilterChip<>(
                getTranslation("reports.ledger.status"),
                choice -> getTranslation(
                        choice.isEmpty() ? "reports.ledger.all" : OutcomeMarks.textKey(Outcome.valueOf(choice))),
                choice -> filter(STATE, choice));
        this.reportChip = new FilterChip<>(
                getTranslation("reports.ledger.report"),
                choice -> choice.isEmpty() ? getTranslation("reports.ledger.all") : choice,
                choice -> filter(REPORT, choice));
        this.recipientChip = new FilterChip<>(
                getTranslation("reports.ledger.col.recipient"),
                choice -> choice.isEmpty() ? getTranslation("reports.ledger.all") : choice,
                choice -> filter(RECIPIENT, choice));
        this.periodChip = new FilterChip<>(
                getTranslation("reports.ledger.period"),
                choice -> getTranslation("reports.ledger.days", choice),
                choice -> filter(DAYS, choice));
        actions.addClassNames("right", "row");
        filters().add(periodChip, stateChip, reportChip, recipientChip, actions);
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("reports.title"), "", null, "reports"),
                        Breadcrumb.Step.title(
                                getTranslation("reports.ledger"), getTranslation("reports.ledger.note"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, String> given = new LinkedHashMap<>();
        QueryParameters parameters = event.getLocation().getQueryParameters();
        for (String key : List.of(ROW, STATE, REPORT, RECIPIENT, DAYS, PAGE)) {
            parameters
                    .getSingleParameter(key)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> given.put(key, value));
        }
        if (!isOutcome(given.get(STATE))) {
            given.remove(STATE);
        }
        if (!PERIODS.contains(given.getOrDefault(DAYS, ""))) {
            given.remove(DAYS);
        }
        query = given;
        draw();
    }

    private static boolean isOutcome(String name) {
        return List.of(Outcome.values()).stream()
                .anyMatch(outcome -> outcome.name().equals(name));
    }

    /** Another choice of a filter begins at the first page. */
    private void filter(String key, String choice) {
        Map<String, String> next = new LinkedHashMap<>(query);
        next.keySet().removeAll(List.of(ROW, PAGE));
        next.put(key, choice);
        show(next);
    }

    private void show(Map<String, String> next) {
        next.values().removeIf(String::isEmpty);
        getUI().ifPresent(ui -> ui.navigate(LedgerView.class, QueryParameters.simple(next)));
    }

    private String value(String key, String otherwise) {
        return query.getOrDefault(key, otherwise);
    }

    private void draw() {
        removeAll();
        actions.removeAll();
        Duration days = Duration.ofDays(Long.parseLong(value(DAYS, WEEK)));
        LedgerFilter period = LedgerFilter.since(Instant.now().minus(days));
        chips(period);
        add(tiles(centre.counts(period, signedIn.user())));
        LedgerFilter filter = new LedgerFilter(
                null,
                period.since(),
                query.containsKey(STATE) ? Outcome.valueOf(query.get(STATE)) : null,
                query.get(REPORT),
                query.get(RECIPIENT));
        int rows = Math.toIntExact(centre.counts(filter, signedIn.user()).values().stream()
                .mapToLong(Long::longValue)
                .sum());
        int pages = Math.max(1, Math.ceilDiv(rows, ROWS_A_PAGE));
        int page = Math.clamp(number(value(PAGE, "1")), 1, pages);
        List<Delivery> onPage = centre.rows(filter, (page - 1) * ROWS_A_PAGE, ROWS_A_PAGE, signedIn.user());
        if (onPage.isEmpty()) {
            Div card = new Div(Notice.middle(
                    Icon.MAIL, getTranslation("reports.ledger.empty"), getTranslation("reports.ledger.empty.why")));
            card.addClassNames("card", "grow");
            add(card);
            return;
        }
        resend(filter);
        Delivery detail = onPage.stream()
                .filter(d -> Long.toString(d.id()).equals(value(ROW, "")))
                .findFirst()
                .orElse(onPage.getFirst());
        Div columns = new Div(
                list(onPage, detail, foot(rows, page, pages)),
                new DeliveryDetail(detail, centre, signedIn, this::draw));
        columns.addClassNames("rc", "lg");
        add(columns);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    /** What failed or was missed among these rows, sent again at once; what may have arrived is not: that is for one's own eyes. */
    private void resend(LedgerFilter filter) {
        int unsent = centre.unsent(filter, signedIn.user()).size();
        if (unsent > 0) {
            actions.add(Buttons.plain(getTranslation("reports.ledger.again.all", unsent), () -> {
                long opened = centre.repeatUnsent(filter, signedIn.user());
                Notification.show(getTranslation("reports.ledger.again.count", opened));
                draw();
            }));
        }
    }

    private void chips(LedgerFilter period) {
        List<String> states = new ArrayList<>(List.of(ALL));
        for (Outcome outcome : Outcome.values()) {
            states.add(outcome.name());
        }
        periodChip.show(PERIODS, value(DAYS, WEEK), WEEK);
        stateChip.show(states, value(STATE, ALL), ALL);
        choices(reportChip, centre.reports(period, signedIn.user()), value(REPORT, ALL));
        choices(recipientChip, centre.recipients(period, signedIn.user()), value(RECIPIENT, ALL));
    }

    private static void choices(FilterChip<String> chip, List<String> known, String chosen) {
        chip.show(
                Stream.concat(Stream.of(ALL, chosen), known.stream()).distinct().toList(), chosen, ALL);
    }

    private Tiles tiles(Map<Outcome, Long> counts) {
        List<KpiTile.Content> tiles = new ArrayList<>();
        long planned = counts.values().stream().mapToLong(Long::longValue).sum();
        tiles.add(tile("planned", planned, State.NONE, false));
        for (Outcome outcome : List.of(
                Outcome.SENT,
                Outcome.LATE,
                Outcome.FAILED,
                Outcome.AMBIGUOUS,
                Outcome.MISSED,
                Outcome.SKIPPED,
                Outcome.CANCELLED,
                Outcome.WAITING)) {
            long count = counts.getOrDefault(outcome, 0L);
            tiles.add(tile(outcome.name(), count, count == 0 ? State.NONE : OutcomeMarks.of(outcome), true));
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
                List.of(new KpiTile.Comparison(getTranslation("reports.ledger.days", value(DAYS, WEEK)), "")),
                null,
                null);
    }

    private Div list(List<Delivery> shown, Delivery detail, Div foot) {
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
        Div card = new Div(table, foot);
        card.addClassName("card");
        return card;
    }

    private Div foot(int rows, int page, int pages) {
        Div turn = new Div();
        turn.addClassNames("right", "row");
        if (pages > 1) {
            turn.add(
                    turn("reports.ledger.previous", page - 1, page > 1),
                    new Span(page + " / " + pages),
                    turn("reports.ledger.next", page + 1, page < pages));
        }
        Div foot = new Div(new Span(getTranslation("reports.ledger.rows", rows)), turn);
        foot.addClassName("foot");
        return foot;
    }

    private NativeButton turn(String key, int page, boolean possible) {
        NativeButton button = Buttons.plain(getTranslation(key), () -> {
            Map<String, String> next = new LinkedHashMap<>(query);
            next.remove(ROW);
            next.put(PAGE, Integer.toString(page));
            show(next);
        });
        button.setEnabled(possible);
        return button;
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
                Cells.of(Badge.of(OutcomeMarks.of(outcome), getTranslation(OutcomeMarks.textKey(outcome)))),
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
        Map<String, String> next = new LinkedHashMap<>(query);
        next.put(ROW, Long.toString(delivery.id()));
        Cells.onChoose(line, on, () -> show(next));
        return line;
    }
}
