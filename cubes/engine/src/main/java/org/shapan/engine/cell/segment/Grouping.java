package org.shapan.engine.cell.segment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Rows of ids brought to distinct keys: what GROUP BY does, on arrays. Keys keep the order in which they first occur.
 *
 * @param keys id columns of the distinct keys
 * @param size number of distinct keys
 * @param groupOf for each source row the row of its key; null when every source row is a key of its own
 * @param index over the distinct keys
 */
public record Grouping(int[][] keys, int size, int[] groupOf, KeyIndex index) {
    /** Below this many places a dense index is taken even when it is sparse. */
    private static final int ALWAYS_DENSE = 4096;

    private static final int MOST_DENSE = 1 << 26;

    public Grouping {
        requireNonNull(keys, "keys is null");
        requireNonNull(index, "index is null");
    }

    /**
     * @param columns one array of ids (0 and up) per column, at least {@code rows} long; no column at all means one key for all rows
     */
    public static Grouping of(int[][] columns, int rows) {
        int width = columns.length;
        int[] low = new int[width];
        int[] extent = new int[width];
        long product = 1;
        int bits = 0;
        for (int c = 0; c < width; c++) {
            int min = rows == 0 ? 0 : Integer.MAX_VALUE;
            int max = 0;
            for (int row = 0; row < rows; row++) {
                min = Math.min(min, columns[c][row]);
                max = Math.max(max, columns[c][row]);
            }
            low[c] = min;
            extent[c] = max - min + 1;
            product = Math.min(product * extent[c], Integer.MAX_VALUE);
            bits += PackedIndex.bits(extent[c]);
        }
        int[] groupOf = new int[rows];
        int next = 0;
        if (product <= Math.max(ALWAYS_DENSE, Math.min(4L * rows, MOST_DENSE))) {
            DenseIndex index = new DenseIndex(low, extent);
            for (int row = 0; row < rows; row++) {
                groupOf[row] = index.findOrAdd(columns, row, next);
                next = Math.max(next, groupOf[row] + 1);
            }
            return distinct(columns, rows, groupOf, next, index);
        }
        if (bits <= 63) {
            PackedIndex index = new PackedIndex(low, extent, rows);
            for (int row = 0; row < rows; row++) {
                groupOf[row] = index.findOrAdd(columns, row, next);
                next = Math.max(next, groupOf[row] + 1);
            }
            return distinct(columns, rows, groupOf, next, index);
        }
        int[][] keys = new int[width][rows];
        ColumnIndex index = new ColumnIndex(keys, rows);
        for (int row = 0; row < rows; row++) {
            groupOf[row] = index.findOrAdd(columns, row, next);
            next = Math.max(next, groupOf[row] + 1);
        }
        return new Grouping(keys, next, next == rows ? null : groupOf, index);
    }

    private static Grouping distinct(int[][] columns, int rows, int[] groupOf, int size, KeyIndex index) {
        int[][] keys = new int[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            if (size == rows) {
                keys[c] = columns[c].length == rows ? columns[c] : Arrays.copyOf(columns[c], rows);
            } else {
                keys[c] = new int[size];
                for (int row = 0; row < rows; row++) {
                    keys[c][groupOf[row]] = columns[c][row];
                }
            }
        }
        return new Grouping(keys, size, size == rows ? null : groupOf, index);
    }

    public long bytes() {
        return index.bytes() + keys.length * (16L + 4L * size);
    }
}
