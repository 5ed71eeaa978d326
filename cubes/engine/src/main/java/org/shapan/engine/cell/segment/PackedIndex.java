package org.shapan.engine.cell.segment;

import java.util.Arrays;

/** Open addressing over the ids packed into one long. */
final class PackedIndex implements KeyIndex {
    private final int[] low;
    private final int[] extent;
    private final int[] shift;
    private final long[] keys;
    private final int[] rows;
    private final int hashShift;

    /** The bits of the extents must fit 63. */
    PackedIndex(int[] low, int[] extent, int expectedRows) {
        this.low = low;
        this.extent = extent;
        this.shift = new int[low.length];
        int used = 0;
        for (int c = 0; c < low.length; c++) {
            shift[c] = used;
            used += bits(extent[c]);
        }
        int capacity = Integer.highestOneBit(Math.max(8, expectedRows) * 2 - 1) * 2;
        this.hashShift = Long.numberOfLeadingZeros(capacity) + 1;
        this.keys = new long[capacity];
        this.rows = new int[capacity];
        Arrays.fill(rows, -1);
    }

    static int bits(int extent) {
        return 32 - Integer.numberOfLeadingZeros(extent - 1);
    }

    /** Row of the key, which becomes {@code next} when the key is new. Only while the index is built. */
    int findOrAdd(int[][] columns, int row, int next) {
        long key = 0;
        for (int c = 0; c < low.length; c++) {
            key |= (long) (columns[c][row] - low[c]) << shift[c];
        }
        int slot = slot(key);
        while (rows[slot] >= 0) {
            if (keys[slot] == key) {
                return rows[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        rows[slot] = next;
        return next;
    }

    @Override
    public int find(int[] key) {
        long packed = 0;
        for (int c = 0; c < low.length; c++) {
            int offset = key[c] - low[c];
            if (offset < 0 || offset >= extent[c]) {
                return -1;
            }
            packed |= (long) offset << shift[c];
        }
        int slot = slot(packed);
        while (rows[slot] >= 0) {
            if (keys[slot] == packed) {
                return rows[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return -1;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> hashShift);
    }

    @Override
    public long bytes() {
        return 96 + 12L * low.length + 12L * keys.length;
    }
}
