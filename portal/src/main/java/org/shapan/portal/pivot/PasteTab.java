package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.sql.SQLException;
import java.util.List;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;

/** The tab of a picker that takes a list from elsewhere: names or codes, one a line; it says which it did not find. */
final class PasteTab extends Div {
    private final MemberTree tree;
    private final Picking picking;
    private final Runnable changed;
    private final TextArea text = new TextArea();
    private final Div report = new Div();

    /** @param changed hears that something was chosen */
    PasteTab(MemberTree tree, Picking picking, Runnable changed) {
        this.tree = tree;
        this.picking = picking;
        this.changed = changed;
        addClassNames("tree", "paste");
        text.setLabel(getTranslation("pivot.picker.paste"));
        text.setPlaceholder(getTranslation("pivot.picker.paste.how"));
        report.addClassName("report");
        report.getElement().setAttribute("role", "status");
        add(text, Buttons.plain(getTranslation("pivot.picker.paste.find"), this::find), report);
    }

    private void find() {
        report.removeAll();
        try {
            PastedList list = PastedList.read(text.getValue(), tree::named);
            list.found().forEach(picking::add);
            say("pivot.picker.paste.found", list.found().size(), List.of());
            say("pivot.picker.paste.missing", list.missing().size(), list.missing());
            say("pivot.picker.paste.ambiguous", list.ambiguous().size(), list.ambiguous());
            changed.run();
        } catch (SQLException e) {
            report.add(new Span(String.valueOf(e.getMessage())));
        }
    }

    private void say(String key, int count, List<String> texts) {
        if (count > 0 || texts.isEmpty() && key.endsWith("found")) {
            Span head = new Span(getTranslation(key, Figures.in(getLocale()).number(count, 0)));
            head.addClassName("b");
            report.add(head);
            texts.forEach(line -> report.add(new Div(line)));
        }
    }
}
