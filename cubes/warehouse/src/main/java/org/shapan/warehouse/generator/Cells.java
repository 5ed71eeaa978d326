package org.shapan.warehouse.generator;

import java.util.Arrays;

/** Sums events into cells of several counters by a packed key, and gives the cells in the order of their keys. */
final class Cells {

    private static final long EMPTY = -1;

    private final int measures;
    private long[] keys;
    private int[] slots;
    private long[] values;
    private int size;

    Cells(int measures, int expected) {
        this.measures = measures;
        int capacity = Integer.highestOneBit(Math.max(64, expected)) * 4;
        keys = new long[capacity];
        slots = new int[capacity];
        Arrays.fill(keys, EMPTY);
        values = new long[Math.max(64, expected) * measures];
    }

    /** Adds to a counter of the cell; the key must not be negative. */
    void add(long key, int measure, long amount) {
        // The cell first: finding it may move the values.
        int cell = cell(key);
        values[cell * measures + measure] += amount;
    }

    private int cell(long key) {
        int mask = keys.length - 1;
        int place = (int) Stream.mix(key) & mask;
        while (keys[place] != EMPTY) {
            if (keys[place] == key) {
                return slots[place];
            }
            place = (place + 1) & mask;
        }
        if (2 * size >= keys.length) {
            grow();
            return cell(key);
        }
        keys[place] = key;
        slots[place] = size;
        if ((size + 1) * measures > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        return size++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int p = 0; p < oldKeys.length; p++) {
            if (oldKeys[p] != EMPTY) {
                int place = (int) Stream.mix(oldKeys[p]) & (keys.length - 1);
                while (keys[place] != EMPTY) {
                    place = (place + 1) & (keys.length - 1);
                }
                keys[place] = oldKeys[p];
                slots[place] = oldSlots[p];
            }
        }
    }

    /** Keys ascending. */
    long[] sortedKeys() {
        long[] sorted = new long[size];
        int n = 0;
        for (long key : keys) {
            if (key != EMPTY) {
                sorted[n++] = key;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** A counter of a cell that exists. */
    long value(long key, int measure) {
        return values[cell(key) * measures + measure];
    }
}
