package org.shapan.portal.board;

import static java.util.Objects.requireNonNull;

import org.shapan.portal.widget.KpiTile.Comparison;

/**
 * A comparison of a judged figure: what it is, and how it is written.
 *
 * @param text as a tile has it
 */
public record Compared(Kind kind, Comparison text) {
    /** What a figure is compared with. */
    public enum Kind {
        /** The fixed limit that was passed, or the nearest. */
        LIMIT,
        /** What the figure is compared with, itself. */
        REFERENCE,
        /** How far the figure is from it. */
        DEVIATION,
        LAST_MONTH,
        LAST_YEAR
    }

    public Compared {
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
    }
}
