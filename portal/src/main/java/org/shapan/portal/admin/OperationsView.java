package org.shapan.portal.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shapan.engine.CacheUse;
import org.shapan.engine.CatalogReload;
import org.shapan.engine.RunningStatement;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.Faults;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.CatalogReloading;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;

/** Queries under way with cancel, the segment cache with flush, and a reload of the catalog that says first what it would change. */
@Route(value = "admin/operations", layout = MainLayout.class)
@RolesAllowed(Roles.ADMIN)
public class OperationsView extends AdminView {
    private static final int POLL_MILLIS = 2_000;
    private static final int MAX_MDX = 200;
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final double MILLIS = 1000;

    private final transient CubeSource cubes;
    private final transient CatalogReloading reloading;
    private final transient Audit audit;
    private final Tiles tiles = new Tiles();
    private final Div queries = new Div();
    private final Component none;
    private final Map<Long, QueryLine> lines = new HashMap<>();
    private final Div changes = new Div();
    private Registration polling = () -> {};

    OperationsView(CubeSource cubes, CatalogReloading reloading, Audit audit) {
        super(Section.OPERATIONS);
        this.cubes = cubes;
        this.reloading = reloading;
        this.audit = audit;
        tiles.addClassName("five");
        queries.addClassName("detail");
        none = Notice.middle(
                Icon.CHECK, getTranslation("admin.queries.none"), getTranslation("admin.queries.none.why"));
        queries.add(none);
        changes.addClassName("detail");
        Card running = new Card(getTranslation("admin.queries.title")).body(queries);
        running.addClassName("half");
        Card catalog = new Card(getTranslation("admin.reload.title"))
                .remark(cubes.catalog())
                .tools(
                        Buttons.plain(getTranslation("admin.reload.preview"), () -> reload(true)),
                        Buttons.primary(getTranslation("admin.reload.now"), () -> reload(false)))
                .body(changes);
        catalog.addClassName("half");
        changes.add(new Span(getTranslation("admin.reload.note")));
        Div left = new Div(running);
        left.addClassName("col");
        Div right = new Div(catalog);
        right.addClassName("col");
        Div columns = new Div(left, right);
        columns.addClassNames("adm", "even");
        add(tiles, columns);
        Div actions = new Div(Buttons.plain(getTranslation("admin.cache.flush"), this::flush));
        actions.addClassName("right");
        filters().add(actions);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> {
            if (isAttached()) {
                draw();
            }
        });
        event.getUI().setPollInterval(POLL_MILLIS);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }

    private void draw() {
        Figures figures = Figures.in(getLocale());
        CacheUse use = cubes.server().cacheUse();
        tiles.show(List.of(
                tile(
                        "bytes",
                        new Figures.Quantity(figures.number(use.bytes() / MEGABYTE, 1), "MB"),
                        getTranslation("admin.cache.bytes.remark", figures.number(use.maxBytes() / MEGABYTE, 0))),
                tile(
                        "segments",
                        figures.count(use.segments(), ""),
                        getTranslation("admin.cache.segments.remark", figures.number(use.evictions(), 0))),
                tile(
                        "rate",
                        new Figures.Quantity(figures.ratio(use.hitRate(), 1), ""),
                        getTranslation(
                                "admin.cache.rate.remark",
                                figures.number(use.hits(), 0),
                                figures.number(use.rolledUp(), 0))),
                tile(
                        "misses",
                        figures.count(use.misses(), ""),
                        getTranslation("admin.cache.misses.remark", figures.number(use.statements(), 0))),
                tile(
                        "running",
                        figures.count(cubes.server().running().size(), ""),
                        getTranslation("admin.cache.running.remark"))));
        show(cubes.server().running());
    }

    /** Lines stay as long as their queries run, and with them the focus. */
    private void show(List<RunningStatement> running) {
        Set<Long> ids = running.stream().map(RunningStatement::id).collect(Collectors.toSet());
        lines.entrySet().removeIf(line -> {
            boolean ended = !ids.contains(line.getKey());
            if (ended) {
                queries.remove(line.getValue());
            }
            return ended;
        });
        for (RunningStatement statement : running) {
            lines.computeIfAbsent(statement.id(), id -> {
                        QueryLine line = new QueryLine(statement);
                        queries.add(line);
                        return line;
                    })
                    .show(Instant.now());
        }
        none.setVisible(running.isEmpty());
    }

    private KpiTile.Content tile(String key, Figures.Quantity value, String remark) {
        return new KpiTile.Content(
                getTranslation("admin.cache." + key),
                value,
                State.NONE,
                false,
                List.of(),
                List.of(new KpiTile.Comparison(remark, "")),
                null,
                null);
    }

    /** A query under way, with its cancel. */
    private final class QueryLine extends Div {
        private final transient RunningStatement statement;
        private final Span who = new Span();

        QueryLine(RunningStatement statement) {
            this.statement = statement;
            who.addClassName("b");
            String mdx = statement.mdx().strip();
            Span text = new Span(mdx.length() > MAX_MDX ? mdx.substring(0, MAX_MDX) + " …" : mdx);
            text.addClassName("mono");
            text.setTitle(mdx);
            NativeButton cancel = Buttons.plain(getTranslation("admin.queries.cancel"), () -> {
                audit.record(Action.OPERATE, "cancelled a query of " + statement.user() + ": " + mdx, Outcome.OK);
                statement.cancel();
                draw();
            });
            add(new Div(new Div(who), text), cancel);
            addClassName("pair");
        }

        void show(Instant now) {
            double seconds = Duration.between(statement.started(), now).toMillis() / MILLIS;
            who.setText(statement.user() + " · " + String.format(Locale.ROOT, "%.1f s", seconds));
        }
    }

    private void flush() {
        audit.record(Action.OPERATE, "caches flushed", Outcome.OK);
        cubes.server().flush();
        draw();
    }

    private void reload(boolean dryRun) {
        changes.removeAll();
        try {
            CatalogReload reload = reloading.run(dryRun);
            if (!dryRun) {
                audit.record(
                        Action.RELOAD,
                        reload.diff().changes().size() + " changes: "
                                + reload.diff().changes(),
                        Outcome.OK);
            }
            int count = reload.diff().changes().size();
            changes.add(Notice.bar(
                    reload.broken().isEmpty() ? State.GREEN : State.YELLOW,
                    getTranslation(dryRun ? "admin.reload.would" : "admin.reload.done"),
                    getTranslation("admin.reload.counts", count, reload.broken().size())));
            reload.diff().changes().forEach(change -> changes.add(new Span(change.toString())));
            reload.broken().forEach(broken -> changes.add(new Span(broken.toString())));
        } catch (EngineException e) {
            if (!Faults.isFault(e)) {
                throw e;
            }
            if (!dryRun) {
                audit.record(Action.RELOAD, e.getMessage(), Outcome.REFUSED);
            }
            changes.add(Notice.bar(State.RED, getTranslation("admin.reload.refused"), e.getMessage()));
        }
    }
}
