package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.IdSet;

/** The rows of a set whose members have the same grain codes, found by the keys of a segment's rows. One thread. */
final class SetShape {
    /** Base ordinals of the columns that a segment groups by. */
    private final int[] ordinals;

    private final List<Integer> codes;
    private final int[] base;
    private final int[] columns;
    private final List<int[]> ids = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private IdSet[] members;
    private Grouping grouping;
    private int[] from;
    private int[] ordered;
    private int[] segmentColumns;
    private int[] key;

    /** @param base base ordinals of all columns, -1 where the fact does not know the hierarchy */
    SetShape(List<Integer> codes, int[] base) {
        this.codes = codes;
        this.base = base;
        int[] used = new int[base.length];
        int count = 0;
        for (int c = 0; c < base.length; c++) {
            if (base[c] >= 0 && codes.get(c) != Grain.ALL) {
                used[count++] = c;
            }
        }
        this.columns = Arrays.copyOf(used, count);
        this.ordinals = Arrays.stream(columns).map(c -> base[c]).toArray();
    }

    void add(int row, int[] rowIds) {
        rows.add(row);
        ids.add(rowIds);
    }

    /** To be called when all rows are added. */
    void close() {
        int size = rows.size();
        int[][] keys = new int[columns.length][size];
        members = new IdSet[columns.length];
        for (int k = 0; k < columns.length; k++) {
            members[k] = new IdSet();
            for (int i = 0; i < size; i++) {
                keys[k][i] = ids.get(i)[columns[k]];
                members[k].add(keys[k][i]);
            }
        }
        grouping = Grouping.of(keys, size);
        from = new int[grouping.size() + 1];
        for (int i = 0; i < size; i++) {
            from[groupOf(i) + 1]++;
        }
        for (int g = 0; g < grouping.size(); g++) {
            from[g + 1] += from[g];
        }
        int[] next = from.clone();
        ordered = new int[size];
        for (int i = 0; i < size; i++) {
            ordered[next[groupOf(i)]++] = rows.get(i);
        }
        key = new int[columns.length];
    }

    private int groupOf(int i) {
        return grouping.groupOf() == null ? i : grouping.groupOf()[i];
    }

    void putCodes(int[] into) {
        for (int c = 0; c < base.length; c++) {
            if (base[c] >= 0) {
                into[base[c]] = codes.get(c);
            }
        }
    }

    /** The members in a hierarchy of the base cube, or null when the shape does not restrict it. */
    IdSet members(int ordinal) {
        for (int k = 0; k < ordinals.length; k++) {
            if (ordinals[k] == ordinal) {
                return members[k];
            }
        }
        return null;
    }

    /** Says which key columns a segment has. */
    void bind(int[] grouped) {
        segmentColumns = Arrays.stream(ordinals)
                .map(b -> Arrays.binarySearch(grouped, b))
                .toArray();
    }

    /** The group of set rows that a segment's row belongs to, or -1. */
    int find(Segment segment, int row) {
        for (int k = 0; k < key.length; k++) {
            key[k] = segment.ids(segmentColumns[k])[row];
        }
        return grouping.index().find(key);
    }

    int from(int group) {
        return group < 0 ? 0 : from[group];
    }

    int to(int group) {
        return group < 0 ? 0 : from[group + 1];
    }

    /** Row of the set at a position between {@link #from} and {@link #to}. */
    int row(int position) {
        return ordered[position];
    }
}
