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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotFields.KpiField;
import org.shapan.portal.pivot.PivotFields.KpiPart;
import org.shapan.portal.pivot.PivotFields.MeasureField;
import org.shapan.portal.pivot.PivotFields.PropertyField;
import org.shapan.portal.pivot.PivotFields.SetField;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.format.Highlight;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/**
 * The fields of the cube: measures by group and folder, KPIs, hierarchies by dimension with their properties, named sets; a
 * tick is "in use".
 */
final class FieldList extends Div {
    private static final int SEARCH_DELAY = 150;
    /** The state of a KPI runs from −1 (bad) to 1 (good). */
    private static final Highlight KPI_STATE = Highlight.lights(1, 0);

    private final PivotActions actions;
    private final NativeButton cube = new NativeButton();
    private final Menu cubes = new Menu(cube);
    private final Input search = new Input();
    private final Div list = new Div();
    private PivotFields fields;
    private PivotModel model;
    /** Of each field shown, whether a model uses it. */
    private final Map<NativeButton, Predicate<PivotModel>> ticks = new LinkedHashMap<>();

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
        model = current;
        if (fields == shown) {
            ticks.forEach((item, used) -> tick(item, used.test(current)));
            return;
        }
        fields = shown;
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
        ticks.clear();
        FieldSearch found = new FieldSearch(fields, search.getValue().strip());
        measures(found);
        kpis(found);
        Map<String, List<HierarchyField>> dimensions = new LinkedHashMap<>();
        fields.hierarchies().stream()
                .filter(h ->
                        found.hierarchies().contains(h) || !found.properties(h).isEmpty())
                .forEach(h -> dimensions
                        .computeIfAbsent(h.dimension(), d -> new ArrayList<>())
                        .add(h));
        if (!dimensions.isEmpty()) {
            list.add(head(getTranslation("pivot.dimensions"), dimensions.size()));
        }
        dimensions.forEach((dimension, hierarchies) -> {
            boolean folder =
                    hierarchies.size() > 1 || !hierarchies.getFirst().caption().equals(dimension);
            if (folder) {
                list.add(folder(dimension));
            }
            hierarchies.forEach(hierarchy -> {
                list.add(hierarchy(hierarchy, folder));
                if (!found.all()) {
                    found.properties(hierarchy).forEach(property -> list.add(property(hierarchy, property)));
                }
            });
        });
        List<SetField> sets = found.sets();
        if (!sets.isEmpty()) {
            list.add(head(getTranslation("pivot.sets"), sets.size()));
            sets.forEach(set -> list.add(set(set)));
        }
        if (!fields.hidden().isEmpty()) {
            list.add(technical());
        }
    }

    /** Offers what the catalog hides, or takes it away with what of it is in use. */
    private Component technical() {
        boolean shown = model.look().technical();
        NativeButton turn = Buttons.plain(
                getTranslation("pivot.technical"),
                () -> actions.change(m -> (shown ? without(m, fields.hidden()) : m)
                        .withLook(m.look().withTechnical(!shown))));
        turn.addClassName("t");
        turn.getElement().setAttribute("aria-pressed", Boolean.toString(shown));
        return turn;
    }

    private static PivotModel without(PivotModel model, Set<String> names) {
        PivotModel next = model;
        for (String name : names) {
            if (next.measures().contains(name)) {
                next = next.toggleMeasure(name);
            } else if (next.place(name) != null) {
                next = next.remove(name);
            }
        }
        return next;
    }

    /** Stored measures by measure group, calculated ones by folder. */
    private void measures(FieldSearch found) {
        Map<String, List<MeasureField>> groups = new LinkedHashMap<>();
        List<MeasureField> calculated = new ArrayList<>();
        for (MeasureField measure : found.measures()) {
            if (measure.calculated()) {
                calculated.add(measure);
            } else {
                groups.computeIfAbsent(measure.group() == null ? "" : measure.group(), g -> new ArrayList<>())
                        .add(measure);
            }
        }
        groups.forEach((group, measures) -> section(
                groups.size() == 1 ? getTranslation("pivot.measures") : getTranslation("pivot.measuresOf", group),
                measures));
        section(getTranslation("pivot.calculated"), calculated);
    }

    private void section(String title, List<MeasureField> measures) {
        if (measures.isEmpty()) {
            return;
        }
        list.add(head(title, measures.size()));
        Map<String, List<MeasureField>> folders = new LinkedHashMap<>();
        measures.forEach(measure -> folders.computeIfAbsent(
                        measure.folder() == null ? "" : measure.folder().replace("\\", " › "), f -> new ArrayList<>())
                .add(measure));
        folders.forEach((folder, inside) -> {
            if (!folder.isEmpty()) {
                list.add(folder(folder));
            }
            inside.forEach(measure -> {
                NativeButton item = measure(measure, measure.caption());
                item.setClassName("l2", !folder.isEmpty());
                list.add(item);
            });
        });
    }

    private void kpis(FieldSearch found) {
        List<KpiField> kpis = found.kpis();
        if (kpis.isEmpty()) {
            return;
        }
        list.add(head(getTranslation("pivot.kpis"), kpis.size()));
        for (KpiField kpi : kpis) {
            list.add(folder(kpi.caption()));
            kpi.parts().forEach((part, measure) -> {
                NativeButton item = measure(measure, getTranslation("pivot.kpi." + part));
                item.addClassName("l2");
                list.add(item);
            });
        }
    }

    private NativeButton measure(MeasureField measure, String caption) {
        NativeButton item = item(caption, m -> m.measures().contains(measure.uniqueName()));
        item.setClassName("tech", fields.hidden().contains(measure.uniqueName()));
        if (measure.calculated()) {
            item.add(Icon.FORMULA.create());
        }
        if (!measure.description().isEmpty()) {
            item.setTitle(measure.description());
        }
        boolean state = fields.kpiPart(measure.uniqueName())
                .filter(KpiPart.STATUS::equals)
                .isPresent();
        item.addClickListener(click -> actions.change(m -> {
            PivotModel next = m.toggleMeasure(measure.uniqueName());
            return state && next.measures().contains(measure.uniqueName())
                    ? next.withStyle(measure.uniqueName(), MeasureStyle.DEFAULT.with(KPI_STATE))
                    : next;
        }));
        return item;
    }

    private Component hierarchy(HierarchyField hierarchy, boolean inFolder) {
        NativeButton item = item(hierarchy.caption(), m -> m.place(hierarchy.uniqueName()) != null);
        item.setClassName("tech", fields.hidden().contains(hierarchy.uniqueName()));
        item.setClassName("l2", inFolder);
        DragSource<NativeButton> drag = DragSource.create(item);
        drag.setDragData(hierarchy);
        String level = hierarchy.levels().getFirst().uniqueName();
        Function<Place, UnaryOperator<PivotModel>> put = place -> m -> m.put(hierarchy.uniqueName(), level, place);
        keys(item, put, hierarchy.uniqueName());
        Menu.onDemand(item, menu -> {
            places(menu, put, hierarchy.uniqueName());
            more(menu, hierarchy);
        });
        return item;
    }

    private void more(Menu menu, HierarchyField hierarchy) {
        if (model.place(hierarchy.uniqueName()) != null) {
            menu.item(
                    getTranslation("pivot.remove"), false, () -> actions.change(m -> m.remove(hierarchy.uniqueName())));
        }
        if (!hierarchy.properties().isEmpty()) {
            menu.head(Menu.remark(getTranslation("pivot.properties")));
            hierarchy.properties().forEach(property -> {
                Calculation shown = calculation(hierarchy, property);
                menu.item(property.caption(), shows(model, shown), () -> actions.change(m -> toggle(m, shown)));
            });
        }
    }

    /** A property is shown as a column of texts. */
    private Component property(HierarchyField hierarchy, PropertyField property) {
        Calculation shown = calculation(hierarchy, property);
        NativeButton item = item(property.caption(), m -> shows(m, shown));
        item.addClassName("l2");
        item.setTitle(getTranslation(
                "pivot.property.of", hierarchy.level(property.level()).caption()));
        item.addClickListener(click -> actions.change(m -> toggle(m, shown)));
        return item;
    }

    private Calculation calculation(HierarchyField hierarchy, PropertyField property) {
        return Calculation.property(
                fields.propertyName(hierarchy, property),
                hierarchy.uniqueName(),
                property.level(),
                property.name(),
                fields.firstStored());
    }

    private static boolean shows(PivotModel model, Calculation property) {
        return model.calculations().contains(property) && model.measures().contains(property.uniqueName());
    }

    private static PivotModel toggle(PivotModel model, Calculation shown) {
        return model.calculations().contains(shown)
                ? model.withoutCalculation(shown.name())
                : model.withCalculation(shown);
    }

    private Component set(SetField set) {
        HierarchyField hierarchy = fields.hierarchy(set.hierarchy()).orElseThrow();
        List<String> picked = List.of(set.pick().write());
        NativeButton item =
                item(set.caption(), m -> m.selection(set.hierarchy()).picked().equals(picked));
        item.setTitle(hierarchy.dimension() + " · " + hierarchy.caption());
        String level = hierarchy.levels().getFirst().uniqueName();
        Function<Place, UnaryOperator<PivotModel>> put =
                place -> m -> m.put(set.hierarchy(), level, place).pick(set.hierarchy(), picked);
        keys(item, put, null);
        Menu.onDemand(item, menu -> places(menu, put, null));
        return item;
    }

    /** Choices where a field is to stand. {@code hierarchy} is marked where it stands; null for none. */
    private void places(Menu menu, Function<Place, UnaryOperator<PivotModel>> put, String hierarchy) {
        Map<Place, String> texts = new EnumMap<>(
                Map.of(Place.ROWS, "pivot.toRows", Place.COLUMNS, "pivot.toColumns", Place.FILTERS, "pivot.toFilters"));
        texts.forEach((place, text) ->
                menu.item(getTranslation(text), place(hierarchy) == place, () -> put(hierarchy, place, put)));
    }

    /** Keys do the same: Enter puts the field on rows, Alt+R, C, F on rows, columns, among filters. */
    private void keys(NativeButton item, Function<Place, UnaryOperator<PivotModel>> put, String hierarchy) {
        item.getElement()
                .addEventListener("keydown", key -> {
                    String code = key.getEventData().get("event.code").asString();
                    put(
                            hierarchy,
                            code.equals("KeyC") ? Place.COLUMNS : code.equals("KeyF") ? Place.FILTERS : Place.ROWS,
                            put);
                })
                .addEventData("event.code")
                .setFilter(
                        "(event.key === 'Enter' && !event.altKey) || (event.altKey && 'RCF'.includes(event.code.at(-1)))")
                .preventDefault();
    }

    private void put(String hierarchy, Place place, Function<Place, UnaryOperator<PivotModel>> put) {
        if (place(hierarchy) != place) {
            actions.change(put.apply(place));
        }
    }

    private Place place(String hierarchy) {
        return hierarchy == null ? null : model.place(hierarchy);
    }

    private static Div folder(String caption) {
        Div name = new Div(Icon.FOLDER.create(), name(caption));
        name.addClassNames("fi", "dim");
        return name;
    }

    private NativeButton item(String caption, Predicate<PivotModel> used) {
        NativeButton item = new NativeButton();
        item.addClassNames("fi", "grab");
        Span box = new Span();
        box.addClassName("cb");
        item.add(box, name(caption));
        ticks.put(item, used);
        tick(item, used.test(model));
        return item;
    }

    private static void tick(NativeButton item, boolean used) {
        item.getElement().setAttribute("aria-pressed", Boolean.toString(used));
    }

    private static Paragraph head(String title, int count) {
        Paragraph head = new Paragraph();
        head.add(new Span(title), new Span(Integer.toString(count)));
        head.addClassName("fh");
        return head;
    }

    private static Span name(String caption) {
        Span name = new Span(caption);
        name.addClassName("nm");
        name.setTitle(caption);
        return name;
    }
}
