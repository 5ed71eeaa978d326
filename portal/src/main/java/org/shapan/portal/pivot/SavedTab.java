package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;

/** The tab of a picker for selections that the person kept under a name. */
final class SavedTab extends Div {
    private static final int MOST_NAME = 200;

    private final SavedSelections saved;
    private final PortalUser user;
    private final String hierarchy;
    private final Picking picking;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final Div list = new Div();

    /** @param changed hears that something was chosen */
    SavedTab(SavedSelections saved, PortalUser user, String hierarchy, Picking picking, Runnable changed) {
        this.saved = saved;
        this.user = user;
        this.hierarchy = hierarchy;
        this.picking = picking;
        this.changed = changed;
        addClassName("tree");
        name.setLabel(getTranslation("pivot.picker.saveAs"));
        name.setMaxLength(MOST_NAME);
        Div own = new Div(name, Buttons.plain(getTranslation("pivot.save"), this::save));
        own.addClassName("own");
        list.addClassName("list");
        add(own, list);
        fill();
    }

    private void save() {
        String called = name.getValue().strip();
        name.setInvalid(called.isEmpty() || picking.selection().all());
        if (!name.isInvalid()) {
            saved.save(user, hierarchy, called, picking.selection());
            name.clear();
            fill();
        }
    }

    private void fill() {
        list.removeAll();
        Map<String, Selection> kept = saved.of(user, hierarchy);
        kept.forEach((called, selection) -> list.add(line(called, selection)));
        if (kept.isEmpty()) {
            Span none = new Span(getTranslation("pivot.picker.noneSaved"));
            none.addClassNames("hint", "m");
            list.add(none);
        }
    }

    private Div line(String called, Selection selection) {
        NativeButton use = Buttons.plain(getTranslation("pivot.picker.use"), () -> {
            picking.take(selection);
            changed.run();
        });
        use.setAriaLabel(getTranslation("pivot.picker.use") + " " + called);
        NativeButton remove = new NativeButton("", click -> {
            saved.remove(user, hierarchy, called);
            fill();
        });
        remove.addClassName("plain");
        remove.add(Icon.CLOSE.create());
        remove.setAriaLabel(getTranslation("pivot.remove") + " " + called);
        Span label = new Span(called);
        label.addClassName("nm");
        Span count = new Span(getTranslation(
                "pivot.picker.chosen",
                selection.picked().size() + selection.without().size()));
        count.addClassName("hint");
        Div line = new Div(label, count, use, remove);
        line.addClassName("m");
        return line;
    }
}
