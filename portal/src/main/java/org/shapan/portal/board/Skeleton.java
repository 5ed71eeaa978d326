package org.shapan.portal.board;

import com.vaadin.flow.component.html.Div;

/** Grey shapes in place of a board that loads for the first time; they appear after 200 ms (guide 8). */
public final class Skeleton extends Div {
    /** @param tiles number of tiles in the top row */
    public Skeleton(int tiles, String label) {
        addClassName("skeleton");
        getElement().setAttribute("role", "status").setAttribute("aria-label", label);
        Div row = new Div();
        row.addClassName("row1");
        for (int i = 0; i < tiles; i++) {
            row.add(block("t"));
        }
        add(row, block("big"), block("big"));
    }

    private static Div block(String kind) {
        Div block = new Div();
        block.addClassNames("skel", kind);
        return block;
    }
}
