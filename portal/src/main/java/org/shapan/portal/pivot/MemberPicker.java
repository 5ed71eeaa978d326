package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.olap4j.OlapException;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses members of a hierarchy (mock-up 10): a tree that is read a branch at a time, a search, the list of what is
 * chosen. A chosen member stands for everything below it, so that its descendants are ticked with it.
 */
final class MemberPicker extends Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(MemberPicker.class);
    private static final int MOST_HITS = 200;
    private static final int SEARCH_DELAY = 250;
    private static final int INDENT = 20;
    private static final int SHORT = 24;

    private final MemberTree tree;
    private final Map<String, MemberTree.Choice> chosen = new LinkedHashMap<>();
    private final Div list = new Div();
    private final Div selection = new Div();
    private final List<Runnable> ticks = new ArrayList<>();

    /**
     * @param title caption of the hierarchy
     * @param use where it stands: rows, columns, filter
     * @param picked unique names of members chosen before
     * @param apply hears the unique names chosen; empty means all
     */
    MemberPicker(MemberTree tree, String title, String use, List<String> picked, Consumer<List<String>> apply) {
        this.tree = tree;
        addClassName("picker");
        setHeaderTitle(getTranslation("pivot.picker.title"));
        Span remark = new Span(getTranslation("pivot.picker.for", title, use));
        remark.addClassName("muted");
        NativeButton close = new NativeButton("", click -> close());
        close.addClassNames("plain", "picker-close");
        close.add(Icon.CLOSE.create());
        close.setAriaLabel(getTranslation("pivot.cancel"));
        getHeader().add(remark, close);
        for (String member : picked) {
            try {
                chosen.put(member, tree.choice(member));
            } catch (OlapException | UnknownNameException e) {
                // A member of an old link that is gone is not offered again; applying drops it.
                LOG.debug("Member {} is gone", member, e);
            }
        }
        Input search = new Input();
        search.setPlaceholder(getTranslation("pivot.picker.search"));
        search.setAriaLabel(getTranslation("pivot.picker.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY);
        search.addValueChangeListener(change -> fill(change.getValue()));
        Span find = new Span(Icon.SEARCH.create(), search);
        find.addClassNames("in", "find2");
        list.addClassName("list");
        list.getElement().setAttribute("role", "tree").setAttribute("aria-multiselectable", "true");
        Div left = new Div(find, list);
        left.addClassName("tree");
        selection.addClassName("chosen");
        Div body = new Div(left, selection);
        body.addClassName("pick");
        add(body);
        Span note = new Span(getTranslation("pivot.picker.note"));
        note.addClassNames("hint", "grow");
        getFooter()
                .add(
                        note,
                        Buttons.plain(getTranslation("pivot.picker.clear"), this::clear),
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.primary(getTranslation("pivot.picker.apply"), () -> {
                            close();
                            apply.accept(List.copyOf(chosen.keySet()));
                        }));
        fill("");
        drawSelection();
    }

    private void fill(String text) {
        list.removeAll();
        ticks.clear();
        try {
            if (text.isBlank()) {
                tree.top().forEach(choice -> list.add(node(choice, 0, false)));
            } else {
                List<MemberTree.Choice> hits = tree.search(text, MOST_HITS);
                hits.forEach(choice -> list.add(node(choice, 0, true)));
                if (hits.isEmpty()) {
                    list.add(hint(getTranslation("pivot.picker.noHit", text)));
                } else if (hits.size() == MOST_HITS) {
                    list.add(hint(getTranslation("pivot.picker.more", MOST_HITS)));
                }
            }
        } catch (OlapException e) {
            list.add(Notice.middle(Icon.WARNING, getTranslation("pivot.failed"), e.getMessage()));
        }
    }

    private Component node(MemberTree.Choice choice, int depth, boolean flat) {
        Div line = new Div();
        Div below = new Div();
        line.addClassName("m");
        line.getElement().setAttribute("role", "treeitem").setAttribute("aria-level", Integer.toString(depth + 1));
        line.getStyle().set("padding-left", (14 + depth * INDENT) + "px");
        NativeButton opener = new NativeButton("+");
        opener.addClassName("tw");
        opener.setClassName("none", choice.leaf() || flat);
        opener.setAriaLabel(getTranslation("pivot.open") + " " + choice.caption());
        opener.addClickListener(click -> open(opener, line, below, choice, depth));
        NativeButton box = new NativeButton();
        box.addClassName("cb");
        box.setAriaLabel(choice.caption());
        Span name = new Span(flat ? String.join(" › ", choice.path()) : choice.caption());
        name.addClassName("nm");
        Runnable tick = () -> {
            boolean on = chosen.containsKey(choice.uniqueName());
            boolean within = !on
                    && chosen.keySet().stream()
                            .anyMatch(other -> choice.uniqueName().startsWith(other + "."));
            boolean half = !on
                    && !within
                    && chosen.keySet().stream().anyMatch(other -> other.startsWith(choice.uniqueName() + "."));
            box.setClassName("on", on || within);
            box.setClassName("half", half);
            box.setEnabled(!within);
            box.getElement()
                    .setAttribute("role", "checkbox")
                    .setAttribute("aria-checked", half ? "mixed" : Boolean.toString(on || within));
        };
        tick.run();
        ticks.add(tick);
        box.addClickListener(click -> toggle(choice));
        name.addClickListener(click -> toggle(choice));
        line.add(opener, box, name);
        return new Div(line, below);
    }

    private void open(NativeButton opener, Div line, Div below, MemberTree.Choice choice, int depth) {
        boolean opened = below.getComponentCount() > 0;
        opener.setText(opened ? "+" : "−");
        line.getElement().setAttribute("aria-expanded", Boolean.toString(!opened));
        if (opened) {
            below.removeAll();
            return;
        }
        try {
            tree.children(choice.uniqueName()).forEach(child -> below.add(node(child, depth + 1, false)));
        } catch (OlapException e) {
            below.add(hint(e.getMessage()));
        }
    }

    /** A member and its descendants are never chosen together: the higher one already stands for them. */
    private void toggle(MemberTree.Choice choice) {
        if (chosen.remove(choice.uniqueName()) == null) {
            chosen.keySet().removeIf(other -> other.startsWith(choice.uniqueName() + "."));
            chosen.put(choice.uniqueName(), choice);
        }
        ticks.forEach(Runnable::run);
        drawSelection();
    }

    private void clear() {
        chosen.clear();
        ticks.forEach(Runnable::run);
        drawSelection();
    }

    private void drawSelection() {
        selection.removeAll();
        Span count = new Span(getTranslation("pivot.picker.chosen", chosen.size()));
        count.addClassName("b");
        selection.add(count);
        if (chosen.isEmpty()) {
            selection.add(hint(getTranslation("pivot.picker.none")));
        }
        List.copyOf(chosen.values()).forEach(choice -> {
            NativeButton remove = new NativeButton("", click -> toggle(choice));
            remove.add(Icon.CLOSE.create());
            remove.setAriaLabel(getTranslation("pivot.remove") + " " + choice.caption());
            Span name = new Span(shortPath(choice.path()));
            name.setTitle(String.join(" › ", choice.path()));
            Div chip = new Div(name, remove);
            chip.addClassName("chip");
            selection.add(chip);
        });
    }

    /** The member with its parent where that is short, else the member alone. */
    private static String shortPath(List<String> path) {
        String two = String.join(" › ", path.subList(Math.max(0, path.size() - 2), path.size()));
        return two.length() <= SHORT ? two : path.getLast();
    }

    private static Span hint(String text) {
        Span hint = new Span(text);
        hint.addClassNames("hint", "m");
        return hint;
    }
}
