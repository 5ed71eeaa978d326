package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Segmented;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what of a hierarchy counts (mock-up 10): members, levels and descendants, periods that follow the data,
 * conditions, a pasted list. What is chosen stands at the right, included or excluded, whatever the tab it came from.
 */
final class MemberPicker extends Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(MemberPicker.class);
    private static final int SHORT = 24;
    private static final String INCLUDE = "INCLUDE";
    private static final String EXCLUDE = "EXCLUDE";

    /** What a picker needs to know. */
    record Asked(
            PivotSession session,
            MemberTree tree,
            PivotModel model,
            PivotFields fields,
            PivotFields.HierarchyField hierarchy,
            PivotActions actions,
            SavedSelections saved,
            PortalUser user) {}

    private final Asked asked;
    private final MemberTree tree;
    private final Picking picking;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<NativeButton, Supplier<Component>> tabs = new LinkedHashMap<>();
    private final Map<NativeButton, Component> opened = new LinkedHashMap<>();
    private final Div left = new Div();
    private final Div chosen = new Div();
    private final Span estimate = new Span();
    private final Segmented sides;
    private long estimated;

    MemberPicker(Asked asked) {
        this.asked = asked;
        this.tree = asked.tree();
        this.picking = new Picking(asked.model().selection(asked.hierarchy().uniqueName()));
        AxisField field = asked.model().field(asked.hierarchy().uniqueName());
        if (field != null) {
            conditions.addAll(field.conditions());
        }
        sides = new Segmented(
                Map.of(
                        INCLUDE,
                        getTranslation("pivot.picker.include"),
                        EXCLUDE,
                        getTranslation("pivot.picker.exclude")),
                INCLUDE,
                key -> {
                    picking.excluding(key.equals(EXCLUDE));
                    changed();
                });
        addClassName("picker");
        head();
        tabs(field != null && !asked.model().measures().isEmpty());
        left.addClassName("pick-left");
        chosen.addClassName("chosen");
        Div body = new Div(left, chosen);
        body.addClassName("pick");
        Div bar = new Div();
        bar.addClassName("tabs");
        tabs.keySet().forEach(bar::add);
        add(bar, body);
        estimate.addClassNames("muted", "grow");
        estimate.getElement().setAttribute("aria-live", "polite");
        getFooter()
                .add(
                        estimate,
                        Buttons.plain(getTranslation("pivot.picker.clear"), () -> {
                            picking.clear();
                            changed();
                        }),
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.primary(getTranslation("pivot.picker.apply"), this::apply));
        tab(tabs.keySet().iterator().next());
        changed();
    }

    private void head() {
        setHeaderTitle(getTranslation("pivot.picker.title"));
        PivotModel.Place place = asked.model().place(asked.hierarchy().uniqueName());
        String use = getTranslation(
                switch (place) {
                    case ROWS -> "pivot.rows";
                    case COLUMNS -> "pivot.columns";
                    case FILTERS -> "pivot.filters";
                    case null -> "pivot.filters";
                });
        String title = asked.hierarchy().dimension() + " · " + asked.hierarchy().caption();
        Span remark = new Span(getTranslation("pivot.picker.for", title, use));
        remark.addClassName("muted");
        NativeButton close = new NativeButton("", click -> close());
        close.addClassNames("plain", "picker-close");
        close.add(Icon.CLOSE.create());
        close.setAriaLabel(getTranslation("pivot.cancel"));
        getHeader().add(remark, close);
    }

    private void tabs(boolean conditional) {
        PivotFields.HierarchyField hierarchy = asked.hierarchy();
        tab("members", () -> new PickTree(tree, hierarchy, picking, false, this::changed));
        tab("levels", () -> new LevelsTab(tree, hierarchy, picking, this::changed));
        if (hierarchy.time()) {
            tab("periods", () -> new PeriodsTab(hierarchy, picking, this::changed));
        }
        if (conditional) {
            tab("conditions", this::conditions);
        }
        tab("paste", () -> new PasteTab(tree, picking, this::changed));
        tab("saved", () -> new SavedTab(asked.saved(), asked.user(), hierarchy.uniqueName(), picking, this::changed));
    }

    private void tab(String name, Supplier<Component> content) {
        NativeButton button = new NativeButton(getTranslation("pivot.picker.tab." + name));
        button.addClickListener(click -> tab(button));
        tabs.put(button, content);
    }

    private void tab(NativeButton chosenTab) {
        tabs.keySet().forEach(button -> {
            boolean on = button == chosenTab;
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        });
        Component content =
                opened.computeIfAbsent(chosenTab, button -> tabs.get(button).get());
        left.removeAll();
        left.add(content);
        refresh();
    }

    private Component conditions() {
        ConditionForm form = new ConditionForm(asked.model(), asked.fields());
        form.add(Buttons.plain(
                getTranslation("pivot.picker.addCondition"),
                () -> form.read().ifPresent(condition -> {
                    conditions.add(condition);
                    changed();
                })));
        return form;
    }

    /** Something was chosen or taken back. */
    private void changed() {
        refresh();
        chosen.removeAll();
        Span count = new Span(
                getTranslation("pivot.picker.chosen", picking.excluding() ? picking.excluded() : picking.included()));
        count.addClassName("b");
        Div top = new Div(count, sides);
        top.addClassNames("row", "between");
        chosen.add(top);
        if (picking.chosen().isEmpty()) {
            chosen.add(hint(picking.excluding() ? "pivot.picker.noneExcluded" : "pivot.picker.none"));
        }
        picking.chosen().forEach(pick -> chosen.add(chip(pick)));
        if (picking.excluding() && picking.included() > 0 || !picking.excluding() && picking.excluded() > 0) {
            chosen.add(
                    picking.excluding()
                            ? hint("pivot.picker.alsoIncluded", picking.included())
                            : hint("pivot.picker.alsoExcluded", picking.excluded()));
        }
        conditions.forEach(condition -> chosen.add(chip(
                ConditionText.of(condition, asked.model(), asked.fields(), this::getTranslation),
                Icon.FILTER,
                () -> conditions.remove(condition))));
        Span note = hint("pivot.picker.note");
        note.addClassName("note-below");
        chosen.add(note);
        estimate();
    }

    private void refresh() {
        opened.values().forEach(content -> {
            if (content instanceof PickTree picks) {
                picks.refresh();
            } else if (content instanceof LevelsTab levels) {
                levels.refresh();
            } else if (content instanceof PeriodsTab periods) {
                periods.refresh();
            }
        });
    }

    private Div chip(String written) {
        Pick pick = Pick.parse(written);
        String text;
        String full;
        try {
            if (pick.kind() == Pick.Kind.MEMBER) {
                List<String> path = tree.choice(pick.member()).path();
                text = shortPath(path);
                full = String.join(" › ", path);
            } else {
                text = PickText.of(pick, tree, asked.fields(), this::getTranslation);
                full = text;
            }
        } catch (SQLException | UnknownNameException e) {
            // A member of an old link that is gone stands by its name, to be taken out.
            LOG.debug("Member {} is gone", written, e);
            text = written;
            full = written;
        }
        Div chip = chip(
                text,
                pick.kind() == Pick.Kind.MEMBER ? null : pick.kind().relative() ? Icon.CLOCK : Icon.FOLDER,
                () -> picking.remove(written));
        chip.setTitle(full);
        List<String> order = picking.chosen();
        if (!picking.excluding() && order.size() > 1) {
            chip.addComponentAtIndex(chip.getComponentCount() - 1, move(written, text, -1, order.getFirst()));
            chip.addComponentAtIndex(chip.getComponentCount() - 1, move(written, text, 1, order.getLast()));
        }
        return chip;
    }

    /** Moves what is chosen up or down; the one at the end stays where it is. */
    private NativeButton move(String written, String text, int by, String end) {
        NativeButton button = new NativeButton(by < 0 ? "↑" : "↓", click -> {
            picking.shift(written, by);
            changed();
        });
        button.addClassName("move");
        button.setAriaLabel(getTranslation(by < 0 ? "pivot.picker.up" : "pivot.picker.down") + " " + text);
        button.getStyle().set("visibility", written.equals(end) ? "hidden" : null);
        return button;
    }

    private Div chip(String text, Icon icon, Runnable remove) {
        NativeButton cross = new NativeButton("", click -> {
            remove.run();
            changed();
        });
        cross.add(Icon.CLOSE.create());
        cross.setAriaLabel(getTranslation("pivot.remove") + " " + text);
        Div chip = icon == null ? new Div() : new Div(icon.create());
        chip.add(new Span(text), cross);
        chip.addClassName("chip");
        return chip;
    }

    /** The member with its parent where that is short, else the member alone. */
    private static String shortPath(List<String> path) {
        String two = String.join(" › ", path.subList(Math.max(0, path.size() - 2), path.size()));
        return two.length() <= SHORT ? two : path.getLast();
    }

    private Span hint(String key, Object... parameters) {
        Span hint = new Span(getTranslation(key, parameters));
        hint.addClassName("hint");
        return hint;
    }

    /** The model as it is chosen now. */
    private PivotModel chosenModel(PivotModel model) {
        String name = asked.hierarchy().uniqueName();
        PivotModel next = model.select(name, picking.selection());
        return model.field(name) == null || model.field(name).conditions().equals(conditions)
                ? next
                : next.change(name, field -> field.withConditions(List.copyOf(conditions)));
    }

    /** Says in the foot how large the result will be; counted in the background, the latest question wins. */
    private void estimate() {
        UI ui = UI.getCurrent();
        PivotModel model = chosenModel(asked.model());
        long number = ++estimated;
        Thread.ofVirtual().name("pivot-estimate").start(() -> {
            try {
                PivotEstimate found = asked.session().estimate(model);
                say(ui, number, () -> size(found));
            } catch (SQLException | UnknownNameException e) {
                LOG.debug("No estimate", e);
                say(ui, number, () -> String.valueOf(e.getMessage()));
            }
        });
    }

    private void say(UI ui, long number, Supplier<String> text) {
        ui.accessLater(
                        () -> {
                            if (number == estimated) {
                                estimate.setText(text.get());
                            }
                        },
                        () -> {})
                .run();
    }

    private String size(PivotEstimate found) {
        Figures figures = Figures.in(getLocale());
        return getTranslation(
                "pivot.picker.estimate", figures.number(found.rows(), 0), figures.number(found.columns(), 0));
    }

    private void apply() {
        close();
        asked.actions().change(this::chosenModel);
    }
}
