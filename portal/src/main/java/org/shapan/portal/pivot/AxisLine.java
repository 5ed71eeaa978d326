package org.shapan.portal.pivot;

import java.util.List;

/**
 * A row or column of the grid.
 *
 * @param position ordinal of the result's position it shows
 * @param kind what it is
 * @param heads its head cells, outermost first; a cell shared with neighbours is the same object
 * @param group the lines that share this number are siblings: details under the same parent
 * @param measure unique name of the line's measure; null where the measures stand on the other axis
 */
public record AxisLine(int position, Kind kind, List<HeadCell> heads, int group, String measure) {
    /** What a line is. */
    public enum Kind {
        DETAIL,
        SUBTOTAL,
        TOTAL
    }

    public AxisLine {
        heads = List.copyOf(heads);
    }

    /** The innermost member's text, for a chart or a copied line. */
    public String label() {
        return heads.isEmpty() ? "" : heads.getLast().text();
    }
}
