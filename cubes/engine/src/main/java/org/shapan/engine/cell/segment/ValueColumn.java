package org.shapan.engine.cell.segment;

/** Values of one measure by row; a value may be null. Immutable. */
public sealed interface ValueColumn permits ExactColumn, DoubleColumn, ObjectColumn {
    int size();

    boolean isNull(int row);

    long bytes();

    /**
     * A column of {@code groups} rows, combined from this one's: row {@code rows[i]} goes to {@code groupOf[i]}. Nulls count for nothing; a
     * group of nulls only is null.
     *
     * @param rows source rows, or null for 0, 1, 2, …
     * @param groupOf target rows; its length is the number of steps
     * @throws org.shapan.engine.api.EngineException NUMERIC_OVERFLOW
     */
    ValueColumn combine(int[] rows, int[] groupOf, int groups, Combination how);
}
