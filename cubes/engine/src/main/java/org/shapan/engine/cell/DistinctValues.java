package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Values by row as small numbers, equal for equal values. */
final class DistinctValues {
    private final Map<Object, Integer> numbers = new HashMap<>();
    private int[] rows = new int[16];
    private int size;

    void add(Object value) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        Integer number = numbers.putIfAbsent(value, numbers.size());
        rows[size++] = number == null ? numbers.size() - 1 : number;
    }

    int id(int row) {
        return rows[row];
    }
}
