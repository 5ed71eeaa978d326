package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** The axis wells: filter, rows, columns. A chip's menu does all that dragging does. */
final class Wells extends Div {
    private final PivotActions actions;
    private PivotFields fields;
    private PivotModel model;
    private Map<String, String> captions = Map.of();

    Wells(PivotActions actions) {
        this.actions = actions;
        addClassNames("card", "wells");
    }

    /** @param memberCaptions captions of picked members by unique name; a missing one is shown by its name */
    void show(PivotFields shown, PivotModel current, Map<String, String> memberCaptions) {
        fields = shown;
        model = current;
        captions = memberCaptions;
        removeAll();
        Div filters = well(Place.FILTERS, "pivot.filters");
        model.filters()
                .forEach(filter -> filters.addComponentAtIndex(filters.getComponentCount() - 1, filterChip(filter)));
        Div rows = well(Place.ROWS, "pivot.rows");
        model.rows().forEach(field -> rows.addComponentAtIndex(rows.getComponentCount() - 1, axisChip(field)));
        Div columns = well(Place.COLUMNS, "pivot.columns");
        model.columns().forEach(field -> columns.addComponentAtIndex(columns.getComponentCount() - 1, axisChip(field)));
        if (!model.measures().isEmpty()) {
            Div home = model.measuresOnRows() ? rows : columns;
            home.addComponentAtIndex(home.getComponentCount() - 1, measureChip());
        }
        NativeButton swap =
                Buttons.with(Icon.SWAP, getTranslation("pivot.swap"), () -> actions.change(PivotModel::swap));
        swap.addClassNames("t", "right");
        rows.add(swap);
        columns.add(toggle("pivot.automatic", actions.automatic(), () -> actions.automatic(!actions.automatic())));
        columns.add(toggle(
                "pivot.hideEmpty", model.hideEmpty(), () -> actions.change(m -> m.withHideEmpty(!m.hideEmpty()))));
        add(filters, rows, columns);
    }

    private Div well(Place place, String key) {
        HtmlContainer label = new HtmlContainer("label");
        label.setText(getTranslation(key));
        NativeButton plus = new NativeButton();
        plus.addClassName("add");
        plus.add(Icon.PLUS.create());
        plus.setAriaLabel(getTranslation("pivot.add"));
        plus.setTitle(getTranslation("pivot.add"));
        Menu.onDemand(
                plus,
                menu -> fields.hierarchies().stream()
                        .filter(hierarchy -> model.place(hierarchy.uniqueName()) == null)
                        .forEach(hierarchy -> menu.item(caption(hierarchy), false, () -> put(hierarchy, place))));
        Div well = new Div(label, plus);
        well.addClassName("well");
        DropTarget<Div> target = DropTarget.create(well);
        target.addDropListener(drop -> drop.getDragData().ifPresent(data -> {
            if (data instanceof HierarchyField hierarchy) {
                put(hierarchy, place);
            }
        }));
        return well;
    }

    private void put(HierarchyField hierarchy, Place place) {
        if (model.place(hierarchy.uniqueName()) == place) {
            return;
        }
        actions.change(
                m -> m.put(hierarchy.uniqueName(), hierarchy.levels().getFirst().uniqueName(), place));
        if (place == Place.FILTERS) {
            actions.choose(hierarchy.uniqueName());
        }
    }

    private Component filterChip(FilterField filter) {
        HierarchyField hierarchy = fields.hierarchy(filter.hierarchy()).orElseThrow();
        NativeButton chip = chip("h");
        HtmlContainer value = new HtmlContainer("b");
        value.setText(picked(filter.picked()));
        chip.add(new Text(caption(hierarchy)), value, Icon.CHEVRON.create());
        drag(chip, hierarchy);
        Menu.onDemand(chip, menu -> {
            menu.item(getTranslation("pivot.choose"), false, () -> actions.choose(filter.hierarchy()));
            selection(menu, hierarchy, filter.members());
            menu.item(
                    getTranslation("pivot.slicer"),
                    model.look().slicers().contains(filter.hierarchy()),
                    () -> actions.change(m -> m.withLook(m.look().toggleSlicer(filter.hierarchy()))));
            menu.item(
                    getTranslation("pivot.ask"),
                    model.look().asked().contains(filter.hierarchy()),
                    () -> actions.change(m -> m.withLook(m.look().toggleAsked(filter.hierarchy()))));
            places(menu, hierarchy, Place.FILTERS);
        });
        return chip;
    }

    private Component axisChip(AxisField field) {
        HierarchyField hierarchy = fields.hierarchy(field.hierarchy()).orElseThrow();
        NativeButton chip = chip("h");
        chip.addClassName("grab");
        chip.add(new Text(caption(hierarchy)));
        HtmlContainer value = new HtmlContainer("b");
        value.setText(field.picked().isEmpty() ? hierarchy.level(field.level()).caption() : picked(field.picked()));
        if (!value.getText().equals(caption(hierarchy))) {
            chip.add(value);
        }
        drag(chip, hierarchy);
        Menu.onDemand(chip, menu -> axisMenu(menu, hierarchy, field));
        return chip;
    }

    private void axisMenu(Menu menu, HierarchyField hierarchy, AxisField field) {
        menu.item(getTranslation("pivot.choose"), false, () -> actions.choose(field.hierarchy()));
        if (hierarchy.levels().size() > 1) {
            hierarchy
                    .levels()
                    .forEach(level -> menu.item(
                            getTranslation("pivot.level", level.caption()),
                            level.uniqueName().equals(field.level())
                                    && field.picked().isEmpty(),
                            () -> actions.change(m -> m.change(field.hierarchy(), f -> f.at(level.uniqueName())))));
        }
        selection(menu, hierarchy, field.members());
        expansion(menu, hierarchy, field);
        List<AxisField> axis = model.rows().contains(field) ? model.rows() : model.columns();
        int index = axis.indexOf(field);
        if (index > 0) {
            menu.item(
                    getTranslation("pivot.outwards"), false, () -> actions.change(m -> m.shift(field.hierarchy(), -1)));
        }
        if (index < axis.size() - 1) {
            menu.item(getTranslation("pivot.inwards"), false, () -> actions.change(m -> m.shift(field.hierarchy(), 1)));
        }
        places(menu, hierarchy, model.place(field.hierarchy()));
    }

    /** Periods that follow the data, and a way back from what was left out. */
    private void selection(Menu menu, HierarchyField hierarchy, Selection now) {
        String name = hierarchy.uniqueName();
        if (hierarchy.time()) {
            String level = hierarchy.periods().uniqueName();
            for (Pick pick : List.of(
                    Pick.latest(1, level),
                    Pick.latest(3, level),
                    Pick.latest(12, level),
                    Pick.of(Pick.Kind.PREVIOUS, level),
                    Pick.of(Pick.Kind.LAST_YEAR, level),
                    Pick.of(Pick.Kind.TO_DATE, level))) {
                String caption = getTranslation(
                        "pivot.pick." + pick.kind(), hierarchy.periods().caption(), pick.number());
                List<String> picked = List.of(pick.write());
                menu.item(caption, picked.equals(now.picked()), () -> actions.change(m -> m.pick(name, picked)));
            }
        }
        if (!now.without().isEmpty()) {
            menu.item(
                    getTranslation("pivot.without.clear", now.without().size()),
                    false,
                    () -> actions.change(m -> m.select(name, Selection.of(now.picked()))));
        }
    }

    /** Opens whole levels, closes all, shows or hides subtotals of this field. */
    private void expansion(Menu menu, HierarchyField hierarchy, AxisField field) {
        int start = hierarchy.level(field.level()).depth();
        hierarchy.levels().stream()
                .filter(level -> level.depth() > start)
                .forEach(level -> menu.item(
                        getTranslation("pivot.openTo", level.caption()),
                        level.uniqueName().equals(field.expansion().to()),
                        () -> actions.change(
                                m -> m.change(field.hierarchy(), f -> f.with(Expansion.to(level.uniqueName()))))));
        if (!field.expansion().none()) {
            menu.item(
                    getTranslation("pivot.closeAll"),
                    false,
                    () -> actions.change(m -> m.change(field.hierarchy(), f -> f.with(Expansion.NONE))));
        }
        menu.item(
                getTranslation("pivot.fieldSubtotal"),
                field.subtotal(),
                () -> actions.change(m -> m.change(field.hierarchy(), f -> f.withSubtotal(!f.subtotal()))));
    }

    private void places(Menu menu, HierarchyField hierarchy, Place now) {
        String name = hierarchy.uniqueName();
        String level = hierarchy.levels().getFirst().uniqueName();
        if (now != Place.ROWS) {
            menu.item(getTranslation("pivot.toRows"), false, () -> actions.change(m -> m.put(name, level, Place.ROWS)));
        }
        if (now != Place.COLUMNS) {
            menu.item(
                    getTranslation("pivot.toColumns"),
                    false,
                    () -> actions.change(m -> m.put(name, level, Place.COLUMNS)));
        }
        if (now != Place.FILTERS) {
            menu.item(
                    getTranslation("pivot.toFilters"),
                    false,
                    () -> actions.change(m -> m.put(name, level, Place.FILTERS)));
        }
        menu.item(getTranslation("pivot.remove"), false, () -> actions.change(m -> m.remove(name)));
    }

    private Component measureChip() {
        String names = model.measures().stream()
                .map(name -> MeasureText.of(name, model, fields, this::getTranslation))
                .collect(Collectors.joining(" · "));
        NativeButton chip = chip("m");
        Span text = new Span(getTranslation("pivot.measureChip", names));
        text.addClassName("ell");
        chip.setTitle(names);
        chip.addClassName("grab");
        chip.add(text);
        Menu.onDemand(chip, this::measureMenu);
        return chip;
    }

    private void measureMenu(Menu menu) {
        boolean onRows = model.measuresOnRows();
        menu.item(
                getTranslation(onRows ? "pivot.measuresToColumns" : "pivot.measuresToRows"),
                false,
                () -> actions.change(m -> m.withMeasuresOnRows(!onRows)));
        for (String name : model.measures()) {
            String caption = MeasureText.of(name, model, fields, this::getTranslation);
            if (model.measures().indexOf(name) > 0) {
                menu.item("← " + caption, false, () -> actions.change(m -> m.shiftMeasure(name, -1)));
            }
            menu.item("× " + caption, false, () -> actions.change(m -> m.toggleMeasure(name)));
        }
    }

    private static void drag(NativeButton chip, HierarchyField hierarchy) {
        DragSource.create(chip).setDragData(hierarchy);
    }

    private static NativeButton chip(String edge) {
        NativeButton chip = new NativeButton();
        chip.addClassNames("chip", edge);
        return chip;
    }

    private Component toggle(String key, boolean on, Runnable action) {
        Span knob = new Span();
        knob.addClassName("swt");
        knob.setClassName("on", on);
        NativeButton toggle = new NativeButton("", click -> action.run());
        toggle.add(knob, new Span(getTranslation(key)));
        toggle.addClassNames("toggle", "right");
        toggle.getElement().setAttribute("role", "switch").setAttribute("aria-checked", Boolean.toString(on));
        return toggle;
    }

    private String picked(List<String> members) {
        if (members.isEmpty()) {
            return getTranslation("pivot.all");
        }
        String first = captions.getOrDefault(members.getFirst(), members.getFirst());
        return members.size() == 1 ? first : getTranslation("pivot.picked", first, members.size());
    }

    private String caption(HierarchyField hierarchy) {
        return fields.label(hierarchy);
    }
}
