package org.shapan.engine.cell.segment;

import java.util.Arrays;

/** An array over the product of the id ranges: for keys that fill a good part of it. */
final class DenseIndex implements KeyIndex {
    private final int[] low;
    private final int[] extent;
    private final int[] stride;
    private final int[] rows;

    /** The product of the extents must fit an array. */
    DenseIndex(int[] low, int[] extent) {
        this.low = low;
        this.extent = extent;
        this.stride = new int[low.length];
        int product = 1;
        for (int c = low.length - 1; c >= 0; c--) {
            stride[c] = product;
            product *= extent[c];
        }
        this.rows = new int[product];
        Arrays.fill(rows, -1);
    }

    /** Row of the key, which becomes {@code next} when the key is new. Only while the index is built. */
    int findOrAdd(int[][] columns, int row, int next) {
        int slot = 0;
        for (int c = 0; c < low.length; c++) {
            slot += (columns[c][row] - low[c]) * stride[c];
        }
        if (rows[slot] < 0) {
            rows[slot] = next;
        }
        return rows[slot];
    }

    @Override
    public int find(int[] key) {
        int slot = 0;
        for (int c = 0; c < low.length; c++) {
            int offset = key[c] - low[c];
            if (offset < 0 || offset >= extent[c]) {
                return -1;
            }
            slot += offset * stride[c];
        }
        return rows[slot];
    }

    @Override
    public long bytes() {
        return 64 + 12L * low.length + 4L * rows.length;
    }
}
