package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A region in terms of a base cube: the rows that lie in each of its parts. Canonical, so that it can be part of a segment's key: the
 * tuples of a part are sorted and distinct, a part that is a product is split into one per hierarchy, what restricts nothing is left
 * out, and parts are sorted.
 */
final class BoundRegion {
    /** No restriction at all. */
    static final BoundRegion EVERYTHING = new BoundRegion(List.of());

    private final List<Part> parts;

    private BoundRegion(List<Part> parts) {
        this.parts = parts;
    }

    /** Rows of any of the tuples, over the hierarchies of one part. */
    static final class Part implements Comparable<Part> {
        private final int[] ordinals;
        /** Per tuple: grain code and id of each ordinal, in pairs. */
        private final int[][] tuples;

        private final int hash;

        private Part(int[] ordinals, int[][] tuples) {
            this.ordinals = ordinals;
            this.tuples = tuples;
            this.hash = Arrays.hashCode(ordinals) * 31 + Arrays.deepHashCode(tuples);
        }

        /** Base ordinals of the hierarchies that are restricted. */
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
        public int compareTo(Part other) {
            int order = Arrays.compare(ordinals, other.ordinals);
            return order == 0 ? Arrays.compare(tuples, other.tuples, Arrays::compare) : order;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Part that
                    && Arrays.equals(ordinals, that.ordinals)
                    && Arrays.deepEquals(tuples, that.tuples);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * @param ordinals base ordinals
     * @param tuples grain code and id per ordinal, in pairs; not empty
     */
    static BoundRegion of(int[] ordinals, List<int[]> tuples) {
        int[] used = IntStream.range(0, ordinals.length)
                .filter(i -> tuples.stream().anyMatch(t -> t[2 * i] != Grain.ALL))
                .boxed()
                .sorted(Comparator.comparingInt(i -> ordinals[i]))
                .mapToInt(i -> i)
                .toArray();
        if (used.length == 0) {
            return EVERYTHING;
        }
        int[][] distinct = distinct(used, tuples);
        int[][][] columns = new int[used.length][][];
        long product = 1;
        for (int c = 0; c < used.length; c++) {
            columns[c] = distinct(new int[] {used[c]}, tuples);
            product *= columns[c].length;
        }
        List<Part> parts = new ArrayList<>();
        if (product == distinct.length) {
            for (int c = 0; c < used.length; c++) {
                if (Arrays.stream(columns[c]).allMatch(member -> member[0] != Grain.ALL)) {
                    parts.add(new Part(new int[] {ordinals[used[c]]}, columns[c]));
                }
            }
        } else {
            parts.add(new Part(Arrays.stream(used).map(i -> ordinals[i]).toArray(), distinct));
        }
        return new BoundRegion(List.copyOf(parts));
    }

    /** The tuples over some positions, sorted. */
    private static int[][] distinct(int[] positions, List<int[]> tuples) {
        int[][] sorted = tuples.stream()
                .map(t -> Arrays.stream(positions)
                        .flatMap(i -> IntStream.of(t[2 * i], t[2 * i + 1]))
                        .toArray())
                .sorted(Arrays::compare)
                .toArray(int[][]::new);
        int size = 0;
        for (int[] tuple : sorted) {
            if (size == 0 || !Arrays.equals(sorted[size - 1], tuple)) {
                sorted[size++] = tuple;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** The rows that lie in both. */
    BoundRegion and(BoundRegion other) {
        return new BoundRegion(Stream.concat(parts.stream(), other.parts.stream())
                .distinct()
                .sorted()
                .toList());
    }

    /** Every row must lie in each of them; none when the region is everything. */
    List<Part> parts() {
        return parts;
    }

    /** Base ordinals of all hierarchies that are restricted. */
    int[] ordinals() {
        return parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.ordinals()))
                .distinct()
                .toArray();
    }

    boolean isEverything() {
        return parts.isEmpty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BoundRegion that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }
}
