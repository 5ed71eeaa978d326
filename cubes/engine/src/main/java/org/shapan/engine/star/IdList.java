package org.shapan.engine.star;

import java.util.Arrays;

/** Member ids in hierarchical order: a range, or a stretch of an array. Immutable. */
record IdList(int[] ids, int start, int size) {
    static final IdList EMPTY = range(0, 0);

    static IdList range(int start, int size) {
        return new IdList(null, start, size);
    }

    static IdList of(int[] ids) {
        return new IdList(ids, 0, ids.length);
    }

    int get(int index) {
        return ids == null ? start + index : ids[start + index];
    }

    /** Grows while ids are collected. */
    static final class Builder {
        private int[] ids = new int[16];
        private int size;

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }

        IdList build() {
            return IdList.of(Arrays.copyOf(ids, size));
        }
    }
}
