package org.shapan.engine.cell.segment;

import java.util.Arrays;

/** Open addressing over the id columns themselves: for keys too wide to pack. */
final class ColumnIndex implements KeyIndex {
    private final int[][] columns;
    private final int[] rows;

    /** @param columns of the distinct rows; filled while the index is built */
    ColumnIndex(int[][] columns, int expectedRows) {
        this.columns = columns;
        this.rows = new int[Integer.highestOneBit(Math.max(8, expectedRows) * 2 - 1) * 2];
        Arrays.fill(rows, -1);
    }

    /** Row of the key in {@code source}, which becomes {@code next} and is copied to the columns when it is new. */
    int findOrAdd(int[][] source, int sourceRow, int next) {
        int hash = 0;
        for (int[] column : source) {
            hash = mix(hash, column[sourceRow]);
        }
        int slot = slot(hash);
        while (rows[slot] >= 0) {
            if (sameAs(rows[slot], source, sourceRow)) {
                return rows[slot];
            }
            slot = (slot + 1) & (rows.length - 1);
        }
        rows[slot] = next;
        for (int c = 0; c < columns.length; c++) {
            columns[c][next] = source[c][sourceRow];
        }
        return next;
    }

    private boolean sameAs(int row, int[][] source, int sourceRow) {
        for (int c = 0; c < columns.length; c++) {
            if (columns[c][row] != source[c][sourceRow]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int find(int[] key) {
        int hash = 0;
        for (int c = 0; c < columns.length; c++) {
            hash = mix(hash, key[c]);
        }
        int slot = slot(hash);
        search:
        while (rows[slot] >= 0) {
            int row = rows[slot];
            slot = (slot + 1) & (rows.length - 1);
            for (int c = 0; c < columns.length; c++) {
                if (columns[c][row] != key[c]) {
                    continue search;
                }
            }
            return row;
        }
        return -1;
    }

    private static int mix(int hash, int id) {
        return (hash ^ id) * 0x9E3779B1;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (rows.length - 1);
    }

    @Override
    public long bytes() {
        return 32 + 4L * rows.length;
    }
}
