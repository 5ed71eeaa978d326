package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapException;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;

/**
 * The tree of a picker with its search: branches and hits are read a page at a time. A line is a member to tick, or, where
 * {@code groups} are offered, a member whose children and descendants are picked.
 */
final class PickTree extends Div {
    /** Lines that are shown before more are asked for. */
    private static final int PAGE = 100;

    private static final int SEARCH_DELAY = 250;
    private static final int INDENT = 20;

    /** The list with its keys: arrows move and open, Ctrl+A chooses what is in sight, a click with Alt all children. */
    @Tag("sp-pick-list")
    @JsModule("context://grid/pick-list.js")
    static final class Lines extends Div {
        Lines(Runnable all) {
            addClassName("list");
            getElement().setAttribute("role", "tree").setAttribute("aria-multiselectable", "true");
            addListener(All.class, event -> all.run());
        }
    }

    /** All boxes in sight are to be ticked. */
    @DomEvent("all")
    public static final class All extends com.vaadin.flow.component.ComponentEvent<Lines> {
        public All(Lines source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** A drawn member; {@code ticks} show what is chosen of it. */
    private record Line(Div row, MemberTree.Choice choice, List<Runnable> ticks) {
        void tick(Runnable tick) {
            tick.run();
            ticks.add(tick);
        }
    }

    /** Reads a part of a list of members. */
    private interface Reading {
        MemberTree.Page read(int offset) throws OlapException;
    }

    private final MemberTree tree;
    private final PivotFields.HierarchyField hierarchy;
    private final Picking picking;
    private final boolean groups;
    private final Runnable changed;
    private final Input search = new Input();
    private final Span hits = new Span();
    private final Select<String> level = new Select<>();
    private final Lines list;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param groups offers what is below members, not the members
     * @param changed hears that something was chosen or taken back
     */
    PickTree(MemberTree tree, PivotFields.HierarchyField hierarchy, Picking picking, boolean groups, Runnable changed) {
        this.tree = tree;
        this.hierarchy = hierarchy;
        this.picking = picking;
        this.groups = groups;
        this.changed = changed;
        this.list = new Lines(this::addAll);
        addClassName("tree");
        search.setPlaceholder(getTranslation("pivot.picker.search"));
        search.setAriaLabel(getTranslation("pivot.picker.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY);
        search.addValueChangeListener(change -> fill());
        hits.addClassName("hint");
        hits.getElement().setAttribute("aria-live", "polite");
        Span find = new Span(Icon.SEARCH.create(), search, hits);
        find.addClassNames("in", "find2");
        Div top = new Div(find);
        top.addClassName("row");
        if (hierarchy.levels().size() > 1) {
            level.setItems(hierarchy.levels().stream()
                    .map(PivotFields.LevelField::uniqueName)
                    .toList());
            level.setEmptySelectionAllowed(true);
            level.setEmptySelectionCaption(getTranslation("pivot.picker.allLevels"));
            level.setItemLabelGenerator(name -> name == null
                    ? getTranslation("pivot.picker.allLevels")
                    : hierarchy.level(name).caption());
            level.setAriaLabel(getTranslation("pivot.picker.level"));
            level.addValueChangeListener(change -> fill());
            top.add(level);
        }
        add(top, list);
        if (!groups) {
            Span keys = new Span(getTranslation("pivot.picker.keys"));
            keys.addClassNames("hint", "keys");
            add(keys);
        }
        fill();
    }

    /** Draws the boxes anew: something was chosen elsewhere. */
    void refresh() {
        lines.forEach(line -> line.ticks().forEach(Runnable::run));
    }

    private void addAll() {
        if (!groups) {
            lines.forEach(line -> picking.add(line.choice()));
            changed.run();
        }
    }

    private void fill() {
        list.removeAll();
        lines.clear();
        String text = search.getValue().strip();
        String within = Optional.ofNullable(level.getValue())
                .filter(name -> !name.isEmpty())
                .orElse(null);
        boolean flat = !text.isEmpty() || within != null;
        Reading reading = flat ? offset -> tree.search(text, within, offset, PAGE) : offset -> tree.top(offset, PAGE);
        int total = page(list, reading, 0, 0, flat);
        hits.setText(
                flat
                        ? getTranslation(
                                "pivot.picker.hits", Figures.in(getLocale()).number(total, 0))
                        : "");
        if (flat && total == 0) {
            list.add(hint(getTranslation("pivot.picker.noHit", text)));
        }
    }

    /** Draws a page of members and, where there are more, a line that draws the next. */
    private int page(Div into, Reading reading, int offset, int depth, boolean flat) {
        try {
            MemberTree.Page page = reading.read(offset);
            page.choices().forEach(choice -> into.add(node(choice, depth, flat)));
            int shown = offset + page.choices().size();
            if (shown < page.total()) {
                Div more = new Div();
                more.addClassName("m");
                more.getStyle().set("padding-left", indent(depth));
                more.add(Buttons.plain(
                        getTranslation(
                                "pivot.picker.next",
                                Math.min(PAGE, page.total() - shown),
                                Figures.in(getLocale()).number(page.total() - shown, 0)),
                        () -> {
                            into.remove(more);
                            page(into, reading, shown, depth, flat);
                        }));
                into.add(more);
            }
            return page.total();
        } catch (OlapException e) {
            into.add(Notice.middle(Icon.WARNING, getTranslation("pivot.failed"), e.getMessage()));
            return 0;
        }
    }

    private static String indent(int depth) {
        return (14 + depth * INDENT) + "px";
    }

    private Component node(MemberTree.Choice choice, int depth, boolean flat) {
        Div row = new Div();
        Div below = new Div();
        Line line = new Line(row, choice, new ArrayList<>());
        lines.add(line);
        row.addClassName("m");
        row.getElement().setAttribute("role", "treeitem").setAttribute("aria-level", Integer.toString(depth + 1));
        row.getStyle().set("padding-left", indent(depth));
        NativeButton opener = new NativeButton("+");
        opener.addClassName("tw");
        opener.setClassName("none", choice.leaf() || flat);
        opener.setAriaLabel(getTranslation("pivot.open") + " " + choice.caption());
        opener.setTabIndex(-1);
        opener.addClickListener(click -> open(opener, row, below, choice, depth));
        if (!choice.leaf() && !flat) {
            row.getElement().setAttribute("aria-expanded", "false");
        }
        Span name = new Span(flat ? String.join(" › ", choice.path()) : choice.caption());
        name.addClassName("nm");
        row.add(opener);
        if (groups) {
            row.add(name);
            groups(choice).forEach((pick, caption) -> row.add(group(line, pick, caption)));
        } else {
            row.add(box(line), name, count(line));
            name.addClickListener(click -> toggle(choice, click.isAltKey()));
        }
        return new Div(row, below);
    }

    private NativeButton box(Line line) {
        MemberTree.Choice choice = line.choice();
        NativeButton box = new NativeButton();
        box.addClassName("cb");
        box.setAriaLabel(choice.caption());
        line.tick(() -> {
            Picking.Tick tick = picking.tick(choice);
            boolean on = tick == Picking.Tick.ON || tick == Picking.Tick.WITHIN;
            box.setClassName("on", on);
            box.setClassName("half", tick == Picking.Tick.SOME);
            line.row().setClassName("k", tick == Picking.Tick.ON);
            box.getElement()
                    .setAttribute("role", "checkbox")
                    .setAttribute("aria-disabled", Boolean.toString(tick == Picking.Tick.WITHIN))
                    .setAttribute("aria-checked", tick == Picking.Tick.SOME ? "mixed" : Boolean.toString(on));
        });
        box.addClickListener(click -> toggle(choice, click.isAltKey()));
        return box;
    }

    private Span count(Line line) {
        MemberTree.Choice choice = line.choice();
        Span count = new Span();
        count.addClassName("hint");
        if (!choice.leaf()) {
            line.tick(() -> {
                Picking.Tick tick = picking.tick(choice);
                boolean all = tick == Picking.Tick.ON
                        || tick == Picking.Tick.WITHIN
                        || picking.has(Pick.of(Pick.Kind.CHILDREN, choice.uniqueName()));
                count.setText((all ? choice.children() : picking.below(choice)) + " / " + choice.children());
            });
        }
        return count;
    }

    /** What is offered of what is below a member: its children, and each level deeper than those. */
    private Map<Pick, String> groups(MemberTree.Choice choice) {
        Map<Pick, String> offered = new LinkedHashMap<>();
        if (!choice.leaf()) {
            int depth = hierarchy.level(choice.level()).depth();
            List<PivotFields.LevelField> deeper =
                    hierarchy.levels().stream().filter(l -> l.depth() > depth).toList();
            offered.put(
                    Pick.of(Pick.Kind.CHILDREN, choice.uniqueName()),
                    deeper.isEmpty()
                            ? getTranslation("pivot.picker.children")
                            : deeper.getFirst().caption());
            deeper.stream()
                    .skip(1)
                    .forEach(l -> offered.put(
                            Pick.of(Pick.Kind.DESCENDANTS, choice.uniqueName(), l.uniqueName()), l.caption()));
        }
        return offered;
    }

    private NativeButton group(Line line, Pick pick, String caption) {
        NativeButton button = new NativeButton(caption, click -> {
            picking.toggle(pick);
            changed.run();
        });
        button.addClassNames("btn", "s");
        line.tick(() -> {
            boolean on = picking.has(pick);
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
            button.setEnabled(!picking.excluding());
        });
        return button;
    }

    private void open(NativeButton opener, Div row, Div below, MemberTree.Choice choice, int depth) {
        boolean opened = below.getComponentCount() > 0;
        opener.setText(opened ? "+" : "−");
        row.getElement().setAttribute("aria-expanded", Boolean.toString(!opened));
        if (opened) {
            below.removeAll();
            lines.removeIf(line -> !line.row().isAttached());
        } else {
            page(below, offset -> tree.children(choice.uniqueName(), offset, PAGE), 0, depth + 1, false);
        }
    }

    /** @param children means all that stands right below it */
    private void toggle(MemberTree.Choice choice, boolean children) {
        if (children && !choice.leaf() && !picking.excluding()) {
            picking.toggle(Pick.of(Pick.Kind.CHILDREN, choice.uniqueName()));
        } else if (picking.tick(choice) != Picking.Tick.WITHIN) {
            picking.toggle(choice);
        }
        changed.run();
    }

    private static Span hint(String text) {
        Span hint = new Span(text);
        hint.addClassNames("hint", "m");
        return hint;
    }
}
