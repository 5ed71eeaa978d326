package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotFields.MeasureField;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** The fields of the cube: measures, calculated ones, hierarchies by dimension; a tick is "in use". */
final class FieldList extends Div {
    private static final int SEARCH_DELAY = 150;

    private final PivotActions actions;
    private final NativeButton cube = new NativeButton();
    private final Menu cubes = new Menu(cube);
    private final Input search = new Input();
    private final Div list = new Div();
    private PivotFields fields;
    private PivotModel model;

    FieldList(PivotActions actions) {
        this.actions = actions;
        addClassNames("card", "fl");
        cube.addClassName("in");
        Span find = new Span(Icon.SEARCH.create(), search);
        find.addClassName("in");
        search.setPlaceholder(getTranslation("pivot.search"));
        search.setAriaLabel(getTranslation("pivot.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY);
        search.addValueChangeListener(change -> draw());
        Div top = new Div(cube, find);
        top.addClassName("top-part");
        list.addClassName("fs");
        Card head = new Card(getTranslation("pivot.fields"));
        Component header = head.getChildren().findFirst().orElseThrow();
        head.remove(header);
        add(header, top, list);
    }

    void show(List<PivotFields.CubeChoice> choices, PivotFields shown, PivotModel current) {
        fields = shown;
        model = current;
        cube.removeAll();
        cube.add(new Span(shown.caption()), Icon.CHEVRON.create());
        cubes.clear();
        for (PivotFields.CubeChoice choice : choices) {
            cubes.item(choice.caption(), choice.name().equals(shown.cube()), () -> actions.cube(choice.name()));
        }
        draw();
    }

    private void draw() {
        if (fields == null) {
            return;
        }
        list.removeAll();
        String sought = search.getValue().strip().toLowerCase(Locale.ROOT);
        measures("pivot.measures", sought, false);
        measures("pivot.calculated", sought, true);
        Map<String, List<HierarchyField>> dimensions = new LinkedHashMap<>();
        fields.hierarchies().stream()
                .filter(h -> matches(sought, h.caption()) || matches(sought, h.dimension()))
                .forEach(h -> dimensions
                        .computeIfAbsent(h.dimension(), d -> new ArrayList<>())
                        .add(h));
        if (!dimensions.isEmpty()) {
            list.add(head("pivot.dimensions", dimensions.size()));
        }
        dimensions.forEach((dimension, hierarchies) -> {
            boolean folder =
                    hierarchies.size() > 1 || !hierarchies.getFirst().caption().equals(dimension);
            if (folder) {
                Div name = new Div(Icon.FOLDER.create(), name(dimension));
                name.addClassNames("fi", "dim");
                list.add(name);
            }
            hierarchies.forEach(hierarchy -> list.add(hierarchy(hierarchy, folder)));
        });
    }

    private void measures(String titleKey, String sought, boolean calculated) {
        List<MeasureField> shown = fields.measures().stream()
                .filter(measure -> measure.calculated() == calculated && matches(sought, measure.caption()))
                .toList();
        if (!shown.isEmpty()) {
            list.add(head(titleKey, shown.size()));
            shown.forEach(measure -> list.add(measure(measure)));
        }
    }

    private Component measure(MeasureField measure) {
        NativeButton item = item(measure.caption(), model.measures().contains(measure.uniqueName()));
        if (measure.calculated()) {
            item.add(Icon.FORMULA.create());
        }
        if (!measure.description().isEmpty()) {
            item.setTitle(measure.description());
        }
        item.addClickListener(click -> actions.change(m -> m.toggleMeasure(measure.uniqueName())));
        return item;
    }

    private Component hierarchy(HierarchyField hierarchy, boolean inFolder) {
        boolean used = model.place(hierarchy.uniqueName()) != null;
        NativeButton item = item(hierarchy.caption(), used);
        item.setClassName("l2", inFolder);
        DragSource<NativeButton> drag = DragSource.create(item);
        drag.setDragData(hierarchy);
        Menu menu = new Menu(item);
        String level = hierarchy.levels().getFirst().uniqueName();
        place(menu, hierarchy, level, PivotModel.Place.ROWS, "pivot.toRows");
        place(menu, hierarchy, level, PivotModel.Place.COLUMNS, "pivot.toColumns");
        place(menu, hierarchy, level, PivotModel.Place.FILTERS, "pivot.toFilters");
        if (used) {
            menu.item(
                    getTranslation("pivot.remove"), false, () -> actions.change(m -> m.remove(hierarchy.uniqueName())));
        }
        return item;
    }

    private void place(Menu menu, HierarchyField hierarchy, String level, PivotModel.Place place, String key) {
        boolean here = model.place(hierarchy.uniqueName()) == place;
        menu.item(
                getTranslation(key),
                here,
                () -> actions.change(m -> here ? m : m.put(hierarchy.uniqueName(), level, place)));
    }

    private static NativeButton item(String caption, boolean used) {
        NativeButton item = new NativeButton();
        item.addClassName("fi");
        Span box = new Span();
        box.addClassName("cb");
        box.setClassName("on", used);
        item.add(Icon.GRIP.create(), box, name(caption));
        item.getElement().setAttribute("aria-pressed", Boolean.toString(used));
        return item;
    }

    private Paragraph head(String key, int count) {
        Paragraph head = new Paragraph();
        head.add(new Span(getTranslation(key)), new Span(Integer.toString(count)));
        head.addClassName("fh");
        return head;
    }

    private static Span name(String caption) {
        Span name = new Span(caption);
        name.addClassName("nm");
        name.setTitle(caption);
        return name;
    }

    private static boolean matches(String sought, String caption) {
        return sought.isEmpty() || caption.toLowerCase(Locale.ROOT).contains(sought);
    }
}
