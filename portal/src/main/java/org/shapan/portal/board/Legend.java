package org.shapan.portal.board;

import com.vaadin.flow.component.html.Span;

/** The legend in the head of a chart card. */
public final class Legend extends Span {
    /** How a series is drawn; the colours are in {@code look/boards.css}. */
    public enum Swatch {
        MEASURE("sw m"),
        EXPECTED("sw dash e"),
        BAND("sw b bd"),
        PREVIOUS("sw p");

        private final String classes;

        Swatch(String classes) {
            this.classes = classes;
        }
    }

    public Legend() {
        addClassName("legend");
    }

    public Legend item(Swatch swatch, String text) {
        Span mark = new Span();
        mark.addClassNames(swatch.classes.split(" "));
        Span item = new Span(mark);
        item.add(text);
        add(item);
        return this;
    }
}
