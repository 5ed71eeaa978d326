package org.shapan.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;

/** The audit log, page by page. In the URL: {@code who}, {@code action}, {@code outcome}, {@code page}. */
@Route(value = "admin/audit", layout = MainLayout.class)
@RolesAllowed(Roles.ADMIN)
public class AuditView extends AdminView implements BeforeEnterObserver {
    static final int PAGE = 50;

    private static final String WHO = "who";
    private static final String ACTION = "action";
    private static final String OUTCOME = "outcome";
    private static final String PAGES = "page";
    private static final String ALL = "";

    private final transient Audit audit;
    private final TextField who = new TextField();
    private final FilterChip<String> actions;
    private final FilterChip<String> outcomes;
    private Map<String, String> query = Map.of();

    AuditView(Audit audit) {
        super(Section.AUDIT);
        this.audit = audit;
        this.actions = new FilterChip<>(
                getTranslation("admin.audit.action"),
                choice -> choice("action", choice),
                choice -> show(ACTION, choice));
        this.outcomes = new FilterChip<>(
                getTranslation("admin.audit.outcome"),
                choice -> choice("outcome", choice),
                choice -> show(OUTCOME, choice));
        who.setPlaceholder(getTranslation("admin.audit.find"));
        who.setAriaLabel(getTranslation("admin.audit.find"));
        who.setValueChangeMode(ValueChangeMode.LAZY);
        who.addClassName("s");
        who.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show(WHO, event.getValue().strip());
            }
        });
        filters().add(actions, outcomes, who);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters given = event.getLocation().getQueryParameters();
        query = new HashMap<>();
        for (String name : List.of(WHO, ACTION, OUTCOME, PAGES)) {
            query.put(name, given.getSingleParameter(name).orElse(ALL));
        }
        draw();
    }

    private void show(String name, String choice) {
        Map<String, String> next = new HashMap<>(query);
        next.put(PAGES, "");
        next.put(name, choice);
        go(next);
    }

    private void draw() {
        Optional<Action> action = named(Action.values(), query.get(ACTION));
        Optional<Outcome> outcome = named(Outcome.values(), query.get(OUTCOME));
        chips(action, outcome);
        if (!who.getValue().strip().equals(query.get(WHO))) {
            who.setValue(query.get(WHO));
        }
        Audit.Filter filter =
                new Audit.Filter(query.get(WHO).toLowerCase(Locale.ROOT), action.orElse(null), outcome.orElse(null));
        long count = audit.count(filter);
        int page = page(count);
        List<AuditEntry> entries = audit.entries(filter, page * PAGE, PAGE);
        removeAll();
        path(Section.AUDIT, getTranslation("admin.audit.count", count));
        Card card = new Card(getTranslation("admin.section.AUDIT"))
                .remark(getTranslation("admin.audit.note"))
                .flush()
                .grow();
        if (entries.isEmpty()) {
            card.body(Notice.middle(
                    Icon.FILTER,
                    getTranslation("admin.audit.empty"),
                    getTranslation("admin.audit.empty.why"),
                    Buttons.plain(getTranslation("admin.filter.clear"), () -> go(Map.of()))));
        } else {
            card.body(table(entries), foot(page, count));
        }
        add(card);
    }

    private void chips(Optional<Action> action, Optional<Outcome> outcome) {
        actions.show(choices(Action.values()), action.map(Enum::name).orElse(ALL), ALL);
        outcomes.show(choices(Outcome.values()), outcome.map(Enum::name).orElse(ALL), ALL);
    }

    private RankingTable<AuditEntry> table(List<AuditEntry> entries) {
        RankingTable<AuditEntry> table = new RankingTable<>(List.of(
                RankingColumn.mark(entry -> mark(entry.outcome())),
                RankingColumn.text(getTranslation("admin.audit.when"), entry -> moment(entry.at())),
                RankingColumn.name(getTranslation("admin.audit.who"), AuditEntry::who, null),
                RankingColumn.text(getTranslation("admin.audit.address"), AuditEntry::address),
                RankingColumn.text(
                        getTranslation("admin.audit.action"),
                        entry -> choice("action", entry.action().name())),
                RankingColumn.text(getTranslation("admin.audit.subject"), AuditEntry::subject),
                RankingColumn.<AuditEntry>text(
                                getTranslation("admin.audit.outcome"),
                                entry -> choice("outcome", entry.outcome().name()))
                        .judged(entry -> mark(entry.outcome()))));
        table.show(entries, null);
        return table;
    }

    private Div foot(int page, long count) {
        Figures figures = Figures.in(getLocale());
        long first = (long) page * PAGE;
        NativeButton newer = Buttons.plain(getTranslation("admin.page.newer"), () -> turn(page - 1));
        newer.setEnabled(page > 0);
        NativeButton older = Buttons.plain(getTranslation("admin.page.older"), () -> turn(page + 1));
        older.setEnabled(first + PAGE < count);
        Div buttons = new Div(newer, older);
        buttons.addClassNames("row", "right");
        Div foot = new Div(
                new Span(getTranslation(
                        "admin.page.rows",
                        figures.number(first + 1, 0),
                        figures.number(Math.min(first + PAGE, count), 0),
                        figures.number(count, 0))),
                buttons);
        foot.addClassName("foot");
        return foot;
    }

    private void turn(int page) {
        Map<String, String> next = new HashMap<>(query);
        next.put(PAGES, page == 0 ? "" : Integer.toString(page + 1));
        go(next);
    }

    /** From 0; a page past the end is the last one. */
    private int page(long count) {
        int last = (int) Math.max(0, (count - 1) / PAGE);
        try {
            return Math.clamp(Integer.parseInt(query.get(PAGES)) - 1L, 0, last);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String choice(String kind, String name) {
        return getTranslation(name.isEmpty() ? "admin.all" : "admin.audit." + kind + "." + name);
    }

    private static State mark(Outcome outcome) {
        return switch (outcome) {
            case OK -> State.GREEN;
            case REFUSED -> State.YELLOW;
            case FAILED -> State.RED;
        };
    }

    private static List<String> choices(Enum<?>[] values) {
        List<String> choices = new ArrayList<>(List.of(ALL));
        Stream.of(values).map(Enum::name).forEach(choices::add);
        return choices;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
