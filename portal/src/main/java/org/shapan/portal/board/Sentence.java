package org.shapan.portal.board;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A sentence of fact with its figures bold; in the text they stand between asterisks. */
public final class Sentence extends Paragraph {
    public Sentence(String text) {
        addClassName("sentence");
        String[] parts = text.split("\\*");
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                add(new Text(parts[i]));
            } else {
                Span bold = new Span(parts[i]);
                bold.addClassName("b");
                add(bold);
            }
        }
    }
}
