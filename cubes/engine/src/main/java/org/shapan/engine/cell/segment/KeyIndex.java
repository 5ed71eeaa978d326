package org.shapan.engine.cell.segment;

/** Finds the row of a key. Immutable; a lookup allocates nothing. */
public sealed interface KeyIndex permits DenseIndex, PackedIndex, ColumnIndex {
    /**
     * @param key one id per column, any ids
     * @return the row, or -1
     */
    int find(int[] key);

    /** Memory held, id columns that are shared with the segment not counted. */
    long bytes();
}
