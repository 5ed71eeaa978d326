package org.shapan.portal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What stands in place of figures (guide 8): empty, failed, not allowed, stale. Says why and offers the way out. */
public final class Notice extends Div {
    private Notice() {}

    /** In the middle of an empty body: what is missing, why, and buttons for the nearest way out. */
    public static Notice middle(Icon icon, String what, String why, Component... ways) {
        Notice notice = new Notice();
        notice.addClassName("mid");
        Span reason = new Span(why);
        reason.addClassName("muted");
        notice.add(icon.create(), bold(what), reason);
        if (ways.length > 0) {
            notice.add(row(ways));
        }
        return notice;
    }

    /** A bar with a mark: red for an error, yellow for stale data. */
    public static Notice bar(State state, String what, String why, Component... ways) {
        Notice notice = new Notice();
        notice.addClassNames("note", state.cssClass());
        notice.getElement().setAttribute("role", state == State.RED ? "alert" : "status");
        Div text = new Div(bold(what), new Div(why));
        if (ways.length > 0) {
            text.add(row(ways));
        }
        notice.add(new StateMark(state), text);
        return notice;
    }

    private static HtmlContainer bold(String text) {
        HtmlContainer bold = new HtmlContainer("b");
        bold.addClassName("b");
        bold.setText(text);
        return bold;
    }

    private static Div row(Component... ways) {
        Div row = new Div(ways);
        row.addClassName("row");
        return row;
    }
}
