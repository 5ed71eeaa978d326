package org.shapan.portal.board;

import com.vaadin.flow.component.html.Paragraph;
import org.shapan.portal.widget.RunningText;

/** A sentence of fact with its figures bold; in the text they stand between asterisks. */
public final class Sentence extends Paragraph {
    public Sentence(String text) {
        addClassName("sentence");
        RunningText.write(this, text);
    }
}
