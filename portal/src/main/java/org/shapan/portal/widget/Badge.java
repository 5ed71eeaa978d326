package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Span;

/** A small label: outlined for a fact, tinted with a mark for a state. */
public final class Badge extends Span {
    private Badge(String text) {
        super(text);
        addClassName("badge");
    }

    public static Badge fact(String text) {
        Badge badge = new Badge(text);
        badge.addClassName("o");
        return badge;
    }

    public static Badge of(State state, String text) {
        Badge badge = new Badge(text);
        badge.addClassName(state.cssClass());
        badge.addComponentAsFirst(new StateMark(state));
        return badge;
    }
}
