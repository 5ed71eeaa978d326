package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.shapan.portal.province.DataState;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;

/** The grid with what is said above it (empty, failed) and below it (size, time, data version, running). */
final class ResultCard extends Div {
    /** Members that a pivot that is too large is cut down to. */
    private static final int FEW = 50;

    private final PivotActions actions;
    private final Runnable cancel;
    private final Div notice = new Div();
    private final PivotGrid grid = new PivotGrid();
    private final Div status = new Div();
    private final Span selection = new Span();
    private final NativeButton full = new NativeButton();
    private PivotResult shown;
    private boolean alone;

    ResultCard(PivotActions actions, Runnable cancel) {
        this.actions = actions;
        this.cancel = cancel;
        addClassNames("card", "gridc");
        status.addClassName("stat");
        selection.addClassName("sel");
        selection.getElement().setAttribute("aria-live", "polite");
        full.addClassName("whole");
        full.addClickListener(click -> actions.full(!alone));
        Shortcuts.addShortcutListener(grid, this::leave, Key.ESCAPE).listenOn(grid);
        full(false);
        full.setVisible(false);
        status.add(running(), full);
        add(notice, grid, status);
        grid.addRangeListener(event -> select(event.range()));
        grid.addCellListener(event -> selection.removeAll());
    }

    PivotGrid grid() {
        return grid;
    }

    /** Says that the grid has the screen for itself; the button under it, or Escape in it, takes that back. */
    void full(boolean whole) {
        alone = whole;
        full.setText(getTranslation(whole ? "pivot.full.leave" : "pivot.full"));
        full.getElement().setAttribute("aria-pressed", Boolean.toString(whole));
    }

    private void leave() {
        if (alone) {
            actions.full(false);
        }
    }

    /** Old figures stay, dimmed, while new ones are read. */
    void busy(boolean busy) {
        setClassName("busy", busy);
    }

    /**
     * Shows a result.
     *
     * @param label what the grid shows, for screen readers
     * @param keep whether scroll position and active cell stay
     */
    void show(PivotResult fresh, String label, boolean keep, DataState data) {
        busy(false);
        shown = fresh;
        selection.removeAll();
        notice.removeAll();
        grid.setVisible(!fresh.empty());
        if (fresh.empty()) {
            notice.add(empty());
        } else {
            grid.show(fresh, label, keep);
        }
        full.setVisible(true);
        drawStatus(fresh, data);
    }

    /** A pivot without measures. */
    void noMeasure() {
        busy(false);
        grid.setVisible(false);
        notice.removeAll();
        notice.add(Notice.middle(Icon.PIVOT, getTranslation("pivot.noMeasure"), getTranslation("pivot.noMeasure.why")));
    }

    /**
     * A failure; the last result stays below it.
     *
     * @param hide hides the grid: there is no last result
     * @param reset starts anew
     */
    void fail(Exception failure, boolean hide, Runnable reset) {
        notice.removeAll();
        boolean link = failure instanceof UnknownNameException;
        notice.add(Notice.bar(
                State.RED,
                getTranslation(link ? "pivot.broken" : "pivot.failed"),
                failure instanceof UnknownNameException unknown
                        ? getTranslation("pivot.broken.why", unknown.name())
                        : String.valueOf(failure.getMessage()),
                Buttons.plain(getTranslation("pivot.reset"), reset)));
        if (hide) {
            grid.setVisible(false);
        }
    }

    /** Changes collect; the last result stays below. */
    void held() {
        busy(false);
        notice.removeAll();
        notice.add(Notice.bar(
                State.NONE,
                getTranslation("pivot.held"),
                getTranslation("pivot.held.why"),
                Buttons.primary(getTranslation("pivot.run"), actions::run)));
    }

    /**
     * The person ended what ran.
     *
     * @param last whether a last result stays below
     * @param again runs it after all; null: it cannot be
     */
    void cancelled(boolean last, Runnable again) {
        busy(false);
        notice.removeAll();
        Component[] ways =
                again == null ? new Component[0] : new Component[] {Buttons.plain(getTranslation("pivot.run"), again)};
        if (!last) {
            grid.setVisible(false);
        }
        notice.add(Notice.bar(
                State.NONE,
                getTranslation("pivot.cancelled"),
                last ? getTranslation("pivot.cancelled.why") : "",
                ways));
    }

    /** What would become too large is not run; what makes it large is named, with ways to make it smaller. */
    void tooMuch(PivotEstimate estimate, PivotLimits limits, PivotFields fields, PivotModel model) {
        busy(false);
        notice.removeAll();
        grid.setVisible(false);
        Figures figures = Figures.in(getLocale());
        boolean may = limits.may(estimate, model);
        List<Component> ways = new ArrayList<>();
        List<String> why = new ArrayList<>();
        AxisField field = estimate.largest();
        if (field != null) {
            PivotFields.HierarchyField hierarchy =
                    fields.hierarchy(field.hierarchy()).orElseThrow();
            why.add(getTranslation(
                    "pivot.tooMuch.why",
                    fields.label(hierarchy),
                    hierarchy.level(field.level()).caption(),
                    figures.number(estimate.members(), 0)));
            smaller(ways, field, hierarchy, model);
        }
        why.add(
                may
                        ? getTranslation("pivot.tooMuch.ask", figures.number(limits.ask(), 0))
                        : getTranslation("pivot.tooMuch.most", figures.number(limits.most(), 0)));
        if (may) {
            ways.add(Buttons.plain(getTranslation("pivot.tooMuch.run"), actions::run));
        }
        notice.add(Notice.middle(
                Icon.WARNING,
                getTranslation("pivot.tooMuch", figures.number(estimate.cells(), 0)),
                String.join(" ", why),
                ways.toArray(Component[]::new)));
    }

    private void smaller(
            List<Component> ways, AxisField field, PivotFields.HierarchyField hierarchy, PivotModel model) {
        String measure = ShowAs.base(model.measures().getFirst());
        Condition top = Condition.value(Condition.Kind.TOP_COUNT, measure, BigDecimal.valueOf(FEW));
        ways.add(Buttons.plain(
                getTranslation("pivot.tooMuch.top", FEW),
                () -> actions.change(m -> m.change(field.hierarchy(), f -> f.withConditions(List.of(top))))));
        int level = hierarchy.levels().indexOf(hierarchy.level(field.level()));
        if (level > 0) {
            PivotFields.LevelField above = hierarchy.levels().get(level - 1);
            ways.add(Buttons.plain(
                    getTranslation("pivot.level", above.caption()),
                    () -> actions.change(m -> m.change(field.hierarchy(), f -> f.at(above.uniqueName())))));
        }
        ways.add(Buttons.plain(getTranslation("pivot.choose"), () -> actions.choose(field.hierarchy())));
    }

    private Component empty() {
        NativeButton clear = Buttons.plain(
                getTranslation("pivot.empty.clear"),
                () -> actions.change(m -> m.withFilters(m.filters().stream()
                        .map(filter -> new FilterField(filter.hierarchy(), List.of()))
                        .toList())));
        NativeButton show =
                Buttons.plain(getTranslation("pivot.empty.show"), () -> actions.change(m -> m.withHideEmpty(false)));
        return Notice.middle(
                Icon.FILTER, getTranslation("pivot.empty"), getTranslation("pivot.empty.why"), clear, show);
    }

    /** Sum, average, count, least and most of the marked cells. */
    private void select(CellRange range) {
        selection.removeAll();
        SelectionStatistics found = SelectionStatistics.of(shown.laidOut(), range);
        Figures figures = Figures.in(getLocale());
        figure("pivot.selected", figures.number(found.cells(), 0));
        figure("pivot.selected.count", figures.number(found.count(), 0));
        if (found.count() > 0 && found.measure() != null) {
            boolean ratio = shown.text(range.top(), range.left()).endsWith("%");
            DoubleFunction<String> text = number ->
                    ratio ? figures.ratio(number, 2) : figures.number(number, number == Math.rint(number) ? 0 : 2);
            if (!ratio) {
                figure("pivot.selected.sum", text.apply(found.sum()));
            }
            figure("pivot.selected.average", text.apply(found.average()));
            figure("pivot.selected.least", text.apply(found.least()));
            figure("pivot.selected.most", text.apply(found.most()));
        }
    }

    private void figure(String key, String value) {
        selection.add(new Span(getTranslation(key, value)));
    }

    private void drawStatus(PivotResult fresh, DataState data) {
        status.removeAll();
        Figures figures = Figures.in(getLocale());
        status.add(
                selection,
                new Span(getTranslation(
                        "pivot.status.size",
                        figures.number(fresh.rowCount(), 0),
                        figures.number(fresh.columnCount(), 0))),
                new Span(getTranslation("pivot.status.time", figures.number(fresh.millis() / 1000.0, 2))));
        if (data.ofWarehouse()) {
            status.add(new Span(getTranslation("pivot.status.version", Long.toString(data.version()))));
        }
        status.add(running(), full);
    }

    private Component running() {
        Div track = new Div(new Html("<i></i>"));
        track.addClassName("track");
        Span run = new Span(
                track,
                new Span(getTranslation("pivot.running")),
                Buttons.plain(getTranslation("pivot.cancel"), cancel));
        run.addClassName("run");
        return run;
    }
}
