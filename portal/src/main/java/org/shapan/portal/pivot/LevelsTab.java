package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.OlapException;
import org.shapan.portal.text.Figures;

/** The tab of a picker for whole levels, and for what is below a member. Both follow members that come later. */
final class LevelsTab extends Div {
    private final List<Runnable> ticks = new ArrayList<>();
    private final PickTree below;

    /** @param changed hears that something was chosen or taken back */
    LevelsTab(MemberTree tree, PivotFields.HierarchyField hierarchy, Picking picking, Runnable changed) {
        addClassName("tree");
        add(head("pivot.picker.wholeLevels"));
        for (PivotFields.LevelField level : hierarchy.levels()) {
            add(level(tree, level, picking, changed));
        }
        below = new PickTree(tree, hierarchy, picking, true, changed);
        if (hierarchy.levels().size() > 1) {
            add(head("pivot.picker.below"), below);
        }
    }

    void refresh() {
        ticks.forEach(Runnable::run);
        below.refresh();
    }

    private Span head(String key) {
        Span head = new Span(getTranslation(key));
        head.addClassNames("hint", "m", "sect");
        return head;
    }

    private Div level(MemberTree tree, PivotFields.LevelField level, Picking picking, Runnable changed) {
        Pick pick = Pick.of(Pick.Kind.LEVEL, level.uniqueName());
        NativeButton box = new NativeButton();
        box.addClassName("cb");
        box.getElement().setAttribute("role", "checkbox");
        String caption = getTranslation("pivot.pick.LEVEL", level.caption());
        box.setAriaLabel(caption);
        Runnable tick = () -> {
            boolean on = picking.has(pick);
            box.setClassName("on", on);
            box.getElement().setAttribute("aria-checked", Boolean.toString(on));
            box.setEnabled(!picking.excluding());
        };
        tick.run();
        ticks.add(tick);
        Runnable toggle = () -> {
            picking.toggle(pick);
            changed.run();
        };
        box.addClickListener(click -> toggle.run());
        Span name = new Span(caption);
        name.addClassName("nm");
        name.addClickListener(click -> toggle.run());
        Span count = new Span(count(tree, level));
        count.addClassName("hint");
        Div line = new Div(box, name, count);
        line.addClassName("m");
        return line;
    }

    private String count(MemberTree tree, PivotFields.LevelField level) {
        try {
            return Figures.in(getLocale()).number(tree.count(level.uniqueName()), 0);
        } catch (OlapException e) {
            return e.getMessage();
        }
    }
}
