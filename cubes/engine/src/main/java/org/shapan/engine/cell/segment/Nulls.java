package org.shapan.engine.cell.segment;

import java.util.Arrays;

/** Bit sets over rows that tell which values are there. */
final class Nulls {
    private Nulls() {}

    static long[] none(int size) {
        return new long[(size + 63) >> 6];
    }

    static boolean get(long[] bits, int row) {
        return (bits[row >> 6] & (1L << row)) != 0;
    }

    static void set(long[] bits, int row) {
        bits[row >> 6] |= 1L << row;
    }

    static long[] grown(long[] bits, int size) {
        int words = (size + 63) >> 6;
        return words <= bits.length ? bits : Arrays.copyOf(bits, Math.max(words, bits.length * 2));
    }
}
