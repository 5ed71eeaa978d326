package org.shapan.engine.cell;

import java.util.Arrays;
import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.IdSet;

/** The rows of a set whose members have the same grain codes, found by the keys of a segment's rows. One thread. */
final class SetShape {
    /** Base ordinals of the columns that a segment groups by. */
    private final int[] ordinals;

    private final int[] codes;
    private final int[] base;
    private final int[] columns;
    /** By column; as long as there are rows, or longer. */
    private final int[][] ids;

    private int[] rows = new int[16];
    private int size;
    private IdSet[] members;
    private Grouping grouping;
    private int[] from;
    private int[] ordered;
    private int[] segmentColumns;
    private int[] key;

    /** @param base base ordinals of all columns, -1 where the fact does not know the hierarchy */
    SetShape(int[] codes, int[] base) {
        this.codes = codes;
        this.base = base;
        int[] used = new int[base.length];
        int count = 0;
        for (int c = 0; c < base.length; c++) {
            if (base[c] >= 0 && codes[c] != Grain.ALL) {
                used[count++] = c;
            }
        }
        this.columns = Arrays.copyOf(used, count);
        this.ids = new int[count][16];
        this.ordinals = Arrays.stream(columns).map(c -> base[c]).toArray();
    }

    boolean hasCodes(int[] other) {
        return Arrays.equals(codes, other);
    }

    /** @param rowIds of all columns */
    void add(int row, int[] rowIds) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            for (int k = 0; k < ids.length; k++) {
                ids[k] = Arrays.copyOf(ids[k], size * 2);
            }
        }
        for (int k = 0; k < ids.length; k++) {
            ids[k][size] = rowIds[columns[k]];
        }
        rows[size++] = row;
    }

    /** To be called when all rows are added. */
    void close() {
        members = new IdSet[columns.length];
        for (int k = 0; k < columns.length; k++) {
            members[k] = new IdSet();
            for (int i = 0; i < size; i++) {
                members[k].add(ids[k][i]);
            }
        }
        grouping = Grouping.of(ids, size);
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
            ordered[next[groupOf(i)]++] = rows[i];
        }
        key = new int[columns.length];
    }

    private int groupOf(int i) {
        return grouping.groupOf() == null ? i : grouping.groupOf()[i];
    }

    void putCodes(int[] into) {
        for (int c = 0; c < base.length; c++) {
            if (base[c] >= 0) {
                into[base[c]] = codes[c];
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
