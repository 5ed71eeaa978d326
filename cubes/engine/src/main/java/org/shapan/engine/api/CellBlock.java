package org.shapan.engine.api;

import java.util.List;

/**
 * The result of a query read by column: what an olap4j {@code CellSet} unwraps to. Holds member ids and typed values; text is made when
 * it is asked for, so that a window of a large result costs only its window.
 *
 * <p>Axis numbers count from 0 (columns); {@link #SLICER} names the slicer. Cells are numbered by ordinal, columns varying fastest.
 * Immutable; safe to read from any thread.
 */
public interface CellBlock {
    /** Axis number of the slicer. */
    int SLICER = -1;

    /** Number of axes, the slicer not counted; 0 for a query without axes, which has one cell. */
    int axisCount();

    /** Number of positions; 0 for an empty axis. */
    int positionCount(int axis);

    /** Number of hierarchies that make up a position. */
    int width(int axis);

    /** Unique name of the hierarchy at a column of an axis. */
    String hierarchy(int axis, int column);

    /** Id of a member, stable within its hierarchy; negative for calculated members. */
    int memberId(int axis, int position, int column);

    String memberUniqueName(int axis, int position, int column);

    /** Caption in the language of the connection. */
    String memberCaption(int axis, int position, int column);

    /** Depth of the member's level; in parent-child hierarchies the depth in the tree. */
    int memberDepth(int axis, int position, int column);

    /**
     * A member property asked for by DIMENSION PROPERTIES, or an intrinsic one ({@code MEMBER_CAPTION}, {@code LEVEL_NUMBER}, …).
     *
     * @return null when the member has no such property
     */
    Object memberProperty(int axis, int position, int column, String name);

    /** Product of the position counts. */
    int cellCount();

    /** Ordinal of the cell at one position per axis. */
    int ordinal(int... positions);

    boolean isEmpty(int ordinal);

    boolean isError(int ordinal);

    /** The number, NaN where the cell is empty, in error, or not a number. */
    double doubleValue(int ordinal);

    /** Long, BigDecimal, Double, String, Boolean or a date; null for an empty cell and for a cell in error. */
    Object value(int ordinal);

    /** Value by its format string and the locale of the connection; {@code #ERR: …} for a cell in error. */
    String formatted(int ordinal);

    /** Messages of a cell in error, outermost first; empty when it is not. */
    List<String> errors(int ordinal);

    /** A cell property such as {@code FORMAT_STRING} or {@code BACK_COLOR}; null when the cell has none. */
    Object property(int ordinal, String name);
}
