package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A region in terms of a base cube: the union of the rows of its tuples. Canonical, so that it can be part of a segment's key: tuples
 * are sorted and distinct, hierarchies that no tuple restricts are left out.
 */
final class BoundRegion {
    private final int[] ordinals;
    /** Per tuple: grain code and id of each ordinal, in pairs. */
    private final int[][] tuples;

    private final int hash;

    private BoundRegion(int[] ordinals, int[][] tuples) {
        this.ordinals = ordinals;
        this.tuples = tuples;
        this.hash = Arrays.hashCode(ordinals) * 31 + Arrays.deepHashCode(tuples);
    }

    /**
     * @param ordinals base ordinals
     * @param tuples grain code and id per ordinal, in pairs; not empty
     */
    static BoundRegion of(int[] ordinals, List<int[]> tuples) {
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < ordinals.length; i++) {
            int at = 2 * i;
            if (tuples.stream().anyMatch(t -> t[at] != Grain.ALL)) {
                used.add(i);
            }
        }
        used.sort(Comparator.comparingInt(i -> ordinals[i]));
        int[] sorted = used.stream().mapToInt(i -> ordinals[i]).toArray();
        int[][] distinct = tuples.stream()
                .map(t -> used.stream()
                        .flatMapToInt(i -> IntStream.of(t[2 * i], t[2 * i + 1]))
                        .toArray())
                .sorted(Arrays::compare)
                .toArray(int[][]::new);
        int size = 0;
        for (int[] tuple : distinct) {
            if (size == 0 || !Arrays.equals(distinct[size - 1], tuple)) {
                distinct[size++] = tuple;
            }
        }
        return new BoundRegion(sorted, Arrays.copyOf(distinct, size));
    }

    /** Base ordinals of the hierarchies that are restricted; empty when the region is everything. */
    int[] ordinals() {
        return ordinals;
    }

    int size() {
        return tuples.length;
    }

    /** Grain code of a tuple in the hierarchy at a position of {@link #ordinals}. */
    int code(int tuple, int position) {
        return tuples[tuple][2 * position];
    }

    int id(int tuple, int position) {
        return tuples[tuple][2 * position + 1];
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BoundRegion that
                && Arrays.equals(ordinals, that.ordinals)
                && Arrays.deepEquals(tuples, that.tuples);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
