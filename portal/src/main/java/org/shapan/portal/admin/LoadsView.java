package org.shapan.portal.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;
import org.shapan.warehouse.load.BadRow;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadLedger;
import org.shapan.warehouse.load.Loader;

/**
 * Loads and quarantine (mock-up 15): the ledger of loads, the rows that the chosen one kept out, its feeds and times. In the URL:
 * {@code load}, {@code state}.
 */
@NeedsWarehouse
@Route(value = "admin/loads", layout = MainLayout.class)
@RolesAllowed(Roles.ADMIN)
public class LoadsView extends AdminView implements BeforeEnterObserver {
    static final int LOADS = 200;
    static final int BAD_ROWS = 200;

    private static final String LOAD = "load";
    private static final String STATE = "state";
    private static final String ALL = "";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int POLL_MILLIS = 2_000;

    private final transient LoadLedger ledger;
    private final transient Loader loader;
    private final transient Province province;
    private final transient Figures figures;
    private final FilterChip<String> states;
    private String chosen = "";
    private String state = ALL;
    private transient List<LoadEntry> shown = List.of();
    private Registration polling = () -> {};

    LoadsView(LoadLedger ledger, Loader loader, Province province) {
        super(Section.LOADS);
        this.ledger = ledger;
        this.loader = loader;
        this.province = province;
        this.figures = Figures.in(getLocale());
        this.states = new FilterChip<>(
                getTranslation("admin.loads.state"),
                choice -> getTranslation(
                        choice.isEmpty()
                                ? "admin.all"
                                : LoadOutcome.valueOf(choice).textKey()),
                choice -> go(Map.of(STATE, choice)));
        filters().add(states);
    }

    /** While a load runs the screen looks again every other second. */
    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> refresh());
        event.getUI().setPollInterval(POLL_MILLIS);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }

    private void refresh() {
        if (isAttached()
                && (loader.position().isPresent() || !ledger.newest(LOADS).equals(shown))) {
            draw();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        chosen = query.getSingleParameter(LOAD).orElse("");
        String wanted = query.getSingleParameter(STATE).orElse(ALL);
        state = Stream.of(LoadOutcome.values()).anyMatch(o -> o.name().equals(wanted)) ? wanted : ALL;
        draw();
    }

    private void draw() {
        shown = ledger.newest(LOADS);
        removeAll();
        province.data()
                .ifPresent(data -> path(Section.LOADS, getTranslation("admin.loads.version", "v" + data.version())));
        List<String> choices = new ArrayList<>(List.of(ALL));
        Stream.of(LoadOutcome.values()).map(Enum::name).forEach(choices::add);
        states.show(choices, state, ALL);
        add(tiles());
        List<LoadEntry> listed = shown.stream()
                .filter(load -> state.isEmpty() || LoadOutcome.of(load).name().equals(state))
                .toList();
        if (listed.isEmpty()) {
            add(new Card(getTranslation("admin.loads.title"))
                    .grow()
                    .body(Notice.middle(
                            Icon.FILTER,
                            getTranslation("admin.loads.empty"),
                            getTranslation("admin.loads.empty.why"),
                            Buttons.plain(getTranslation("admin.filter.clear"), () -> go(Map.of())))));
            return;
        }
        Optional<LoadEntry> asked = listed.stream()
                .filter(load -> Long.toString(load.id()).equals(chosen))
                .findFirst();
        LoadEntry load = asked.orElse(listed.getFirst());
        Div left = new Div(list(listed, load), quarantine(load));
        left.addClassName("col");
        Div columns = new Div(left, new LoadDetail(load, ledger.feeds(load.id()), loader.position()));
        columns.addClassName("adm");
        add(columns);
    }

    private Tiles tiles() {
        Instant since = Instant.now().minus(WEEK);
        List<LoadEntry> week =
                shown.stream().filter(load -> load.startedAt().isAfter(since)).toList();
        long published =
                week.stream().filter(l -> l.outcome().equals(LoadEntry.LOADED)).count();
        long running =
                week.stream().filter(l -> l.outcome().equals(LoadEntry.RUNNING)).count();
        long refused =
                week.stream().filter(l -> LoadOutcome.of(l).mark() == State.RED).count();
        long rows = week.stream().mapToLong(LoadEntry::rows).sum();
        long bad = week.stream().mapToLong(LoadEntry::badRows).sum();
        Optional<LoadEntry> last =
                shown.stream().filter(l -> l.outcome().equals(LoadEntry.LOADED)).findFirst();
        Tiles box = new Tiles();
        box.show(List.of(
                tile(
                        "week",
                        week.size(),
                        State.NONE,
                        getTranslation("admin.loads.tile.week.remark", published, refused, running)),
                tile(
                        "rows",
                        rows,
                        State.GREEN,
                        getTranslation(
                                "admin.loads.tile.rows.remark",
                                rows == 0 ? "0%" : figures.ratio((double) bad / rows, 2))),
                tile("bad", bad, bad == 0 ? State.GREEN : State.YELLOW, getTranslation("admin.loads.tile.bad.remark")),
                tile(
                        "refused",
                        refused,
                        refused == 0 ? State.GREEN : State.RED,
                        getTranslation("admin.loads.tile.refused.remark")),
                tile(
                        "speed",
                        last.map(LoadEntry::rowsPerSecond).orElse(0L),
                        State.NONE,
                        last.map(l -> getTranslation("admin.loads.tile.speed.remark", l.id(), LoadDetail.clock(l)))
                                .orElse(""))));
        box.addClassName("five");
        return box;
    }

    private KpiTile.Content tile(String key, long count, State mark, String remark) {
        return new KpiTile.Content(
                getTranslation("admin.loads.tile." + key),
                figures.count(count, getTranslation("admin.loads.tile." + key + ".unit")),
                mark,
                true,
                List.of(),
                List.of(new KpiTile.Comparison(remark, "")),
                null,
                null);
    }

    private Card list(List<LoadEntry> listed, LoadEntry load) {
        RankingTable<LoadEntry> table = new RankingTable<>(List.of(
                RankingColumn.mark(l -> LoadOutcome.of(l).mark()),
                RankingColumn.number(getTranslation("admin.loads.col.id"), l -> Long.toString(l.id()), LoadEntry::id),
                RankingColumn.name(
                        getTranslation("admin.loads.col.source"),
                        l -> l.source() == null ? l.directory() : l.source(),
                        LoadEntry::by),
                RankingColumn.text(getTranslation("admin.loads.col.months"), LoadDetail::months),
                RankingColumn.text(getTranslation("admin.loads.col.started"), l -> moment(l.startedAt())),
                RankingColumn.number(
                        getTranslation("admin.loads.col.rows"), l -> figures.number(l.rows(), 0), LoadEntry::rows),
                RankingColumn.<LoadEntry>number(
                                getTranslation("admin.loads.col.bad"),
                                l -> figures.number(l.badRows(), 0),
                                LoadEntry::badRows)
                        .judged(l -> l.badRows() == 0
                                ? State.NONE
                                : LoadOutcome.of(l).mark()),
                RankingColumn.text(
                        getTranslation("admin.loads.state"),
                        l -> getTranslation(LoadOutcome.of(l).textKey())),
                RankingColumn.text(
                        getTranslation("admin.loads.col.version"), l -> l.version() == 0 ? "—" : "v" + l.version()),
                RankingColumn.number(
                        getTranslation("admin.loads.col.time"), LoadDetail::clock, LoadEntry::totalMillis)));
        table.onSelect(this::choose).onDrill(this::choose);
        table.select(l -> l.id() == load.id());
        table.show(listed, null);
        Card card = new Card(getTranslation("admin.loads.title"))
                .remark(getTranslation("admin.loads.note"))
                .flush()
                .body(table);
        card.addClassName("half");
        return card;
    }

    private void choose(LoadEntry load) {
        go(Map.of(STATE, state, LOAD, Long.toString(load.id())));
    }

    private Card quarantine(LoadEntry load) {
        List<BadRow> rows = ledger.badRows(load.id());
        Card card = new Card(getTranslation("admin.quarantine.title")).flush();
        card.addClassName("half");
        if (rows.isEmpty()) {
            String why = load.badRows() == 0 ? "admin.quarantine.empty.why" : "admin.quarantine.gone.why";
            return card.body(Notice.middle(
                    Icon.CHECK, getTranslation("admin.quarantine.empty"), getTranslation(why, load.id())));
        }
        card.remark(getTranslation(
                        "admin.quarantine.note",
                        load.id(),
                        figures.number(load.badRows(), 0),
                        figures.number(load.rows(), 0)))
                .tools(download("api/loads/%d/quarantine.csv".formatted(load.id()), getTranslation("admin.download")));
        RankingTable<BadRow> table = new RankingTable<>(List.of(
                RankingColumn.name(getTranslation("admin.quarantine.file"), BadRow::file, BadRow::feed),
                RankingColumn.number(
                        getTranslation("admin.quarantine.line"), r -> figures.number(r.line(), 0), BadRow::line),
                RankingColumn.text(
                        getTranslation("admin.quarantine.column"), r -> r.column() == null ? "" : r.column()),
                RankingColumn.text(getTranslation("admin.quarantine.value"), r -> r.value() == null ? "" : r.value()),
                RankingColumn.text(
                        getTranslation("admin.quarantine.reason"),
                        r -> LoadDetail.reason(this, r.reason().name()))));
        List<BadRow> first = rows.stream().limit(BAD_ROWS).toList();
        table.show(first, null);
        String reasons = String.join(
                getTranslation("admin.list.comma"),
                ledger.badCounts(load.id()).stream()
                        .map(c -> LoadDetail.reason(this, c.reason()) + " " + figures.number(c.rows(), 0))
                        .toList());
        Div foot = new Div(new Span(getTranslation(
                "admin.quarantine.foot", figures.number(first.size(), 0), figures.number(load.badRows(), 0), reasons)));
        foot.addClassName("foot");
        return card.body(table, foot);
    }
}
