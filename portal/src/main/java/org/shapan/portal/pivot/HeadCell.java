package org.shapan.portal.pivot;

/**
 * A merged head cell of an axis: {@code span} head columns wide (from {@code column}), {@code run} lines long (from line
 * {@code start}).
 *
 * @param member unique name; null for a total
 * @param hierarchy unique name of the member's hierarchy; null for a total
 * @param strong drawn bold: totals, and members above the innermost hierarchy
 */
public record HeadCell(
        int column,
        int span,
        int start,
        int run,
        String text,
        String member,
        String hierarchy,
        Box box,
        boolean strong) {
    /** The same over another number of columns. */
    HeadCell over(int columns) {
        return new HeadCell(column, columns, start, run, text, member, hierarchy, box, strong);
    }

    /** The box before a member. */
    public enum Box {
        /** The member cannot be opened. */
        NONE,
        CLOSED,
        OPEN
    }
}
