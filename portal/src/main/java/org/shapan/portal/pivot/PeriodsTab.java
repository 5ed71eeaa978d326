package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shapan.portal.widget.Buttons;

/** The tab of a picker for periods that follow the data as it grows: the latest, the one before, a year ago, year to date. */
final class PeriodsTab extends Div {
    private static final List<Integer> LATEST = List.of(1, 3, 6, 12, 13, 24);
    private static final List<Pick.Kind> OTHERS = List.of(Pick.Kind.PREVIOUS, Pick.Kind.LAST_YEAR, Pick.Kind.TO_DATE);

    private final Picking picking;
    private final Runnable changed;
    private final Select<PivotFields.LevelField> level = new Select<>();
    private final Div list = new Div();
    private final List<Runnable> ticks = new ArrayList<>();

    /** @param changed hears that something was chosen or taken back */
    PeriodsTab(PivotFields.HierarchyField hierarchy, Picking picking, Runnable changed) {
        this.picking = picking;
        this.changed = changed;
        addClassName("tree");
        level.setLabel(getTranslation("pivot.picker.level"));
        level.setItems(hierarchy.levels());
        level.setItemLabelGenerator(PivotFields.LevelField::caption);
        level.setValue(hierarchy.periods());
        level.addValueChangeListener(change -> fill());
        IntegerField number = new IntegerField(getTranslation("pivot.picker.latest"));
        number.setMin(1);
        number.setMax(Pick.MOST_PERIODS);
        number.setValue(18);
        number.setStepButtonsVisible(true);
        NativeButton add = Buttons.plain(getTranslation("pivot.picker.addLatest"), () -> {
            Integer count = number.getValue();
            if (count != null && count >= 1 && count <= Pick.MOST_PERIODS) {
                toggle(Pick.latest(count, level.getValue().uniqueName()));
            }
        });
        Div own = new Div(level, number, add);
        own.addClassName("own");
        list.addClassName("list");
        add(own, list);
        fill();
    }

    void refresh() {
        ticks.forEach(Runnable::run);
    }

    private void toggle(Pick pick) {
        picking.toggle(pick);
        changed.run();
    }

    private void fill() {
        list.removeAll();
        ticks.clear();
        PivotFields.LevelField of = Objects.requireNonNull(level.getValue());
        LATEST.forEach(count -> list.add(line(Pick.latest(count, of.uniqueName()), of)));
        OTHERS.forEach(kind -> list.add(line(Pick.of(kind, of.uniqueName()), of)));
    }

    private Div line(Pick pick, PivotFields.LevelField of) {
        String caption = getTranslation("pivot.pick." + pick.kind(), of.caption(), pick.number());
        NativeButton box = new NativeButton("", click -> toggle(pick));
        box.addClassName("cb");
        box.setAriaLabel(caption);
        box.getElement().setAttribute("role", "checkbox");
        Runnable tick = () -> {
            boolean on = picking.has(pick);
            box.setClassName("on", on);
            box.getElement().setAttribute("aria-checked", Boolean.toString(on));
            box.setEnabled(!picking.excluding());
        };
        tick.run();
        ticks.add(tick);
        Span name = new Span(caption);
        name.addClassName("nm");
        name.addClickListener(click -> toggle(pick));
        Div line = new Div(box, name);
        line.addClassName("m");
        return line;
    }
}
