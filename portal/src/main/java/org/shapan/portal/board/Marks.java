package org.shapan.portal.board;

import org.shapan.portal.widget.State;

/** The drawn state of a judged one. */
public final class Marks {
    private Marks() {}

    public static State of(org.shapan.insight.State judged) {
        return switch (judged) {
            case RED -> State.RED;
            case YELLOW -> State.YELLOW;
            case GREEN -> State.GREEN;
            case NONE -> State.NONE;
        };
    }
}
