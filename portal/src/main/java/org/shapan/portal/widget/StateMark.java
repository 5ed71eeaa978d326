package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Span;

/** The state mark: square, triangle, circle or dashed ring, named for screen readers. */
public final class StateMark extends Span {
    public StateMark(State state) {
        addClassNames("st", state.cssClass());
        getElement().setAttribute("role", "img").setAttribute("aria-label", getTranslation(state.textKey()));
    }
}
