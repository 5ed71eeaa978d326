package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.cell.segment.DoubleColumn;
import org.shapan.engine.cell.segment.ExactColumn;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.cell.segment.ObjectColumn;
import org.shapan.engine.cell.segment.ValueColumn;

/**
 * The cells of one grain (and region) as a query holds them: the segments it reads from, and what it missed. One thread.
 *
 * <p>Segments of this grain that the cache has are taken when a column is first read, so that a warm query misses nothing.
 */
final class GrainCells {
    private final GroupCells group;
    private final Grain grain;
    private final BoundRegion region;
    private final int[] grouped;
    private final int[] key;
    private final IdSet[] missed;
    private final BitSet missedColumns = new BitSet();
    private Held[] held = new Held[4];

    GrainCells(GroupCells group, Grain grain, BoundRegion region) {
        this.group = group;
        this.grain = grain;
        this.region = region;
        this.grouped = grain.grouped();
        this.key = new int[grouped.length];
        this.missed = new IdSet[grouped.length];
        clearMisses();
    }

    Grain grain() {
        return grain;
    }

    /** @param ids by base ordinal */
    Status read(int column, int[] ids, CellValue into) {
        for (int c = 0; c < key.length; c++) {
            key[c] = ids[grouped[c]];
        }
        Held segments = held(column);
        int found = segments.find(key);
        if (found < 0) {
            miss(column);
            return Status.MISSING;
        }
        Segment segment = segments.segment[found];
        int row = segment.find(key);
        if (row < 0) {
            into.setEmpty();
            return Status.EMPTY;
        }
        return value(segment.values(segments.column[found]), row, into);
    }

    private static Status value(ValueColumn values, int row, CellValue into) {
        if (values.isNull(row)) {
            into.setEmpty();
            return Status.EMPTY;
        }
        switch (values) {
            case ExactColumn exact -> into.setExact(exact.value(row), exact.scale());
            case DoubleColumn approximate -> into.setDouble(approximate.value(row));
            case ObjectColumn objects -> into.setObject(objects.value(row));
        }
        return Status.VALUE;
    }

    private void miss(int column) {
        missedColumns.set(column);
        for (int c = 0; c < key.length; c++) {
            missed[c].add(key[c]);
        }
        group.countMiss();
    }

    /** A held segment that answers for all keys of the box, or null; what is not there is noted. */
    Segment readBox(int column, IdSet[] box) {
        Held segments = held(column);
        for (int i = 0; i < segments.size; i++) {
            if (segments.segment[i].covers(box)) {
                segments.used.set(i);
                return segments.segment[i];
            }
        }
        missedColumns.set(column);
        for (int c = 0; c < key.length; c++) {
            missed[c].addAll(box[c]);
        }
        group.countMiss();
        return null;
    }

    private Held held(int column) {
        if (column >= held.length) {
            held = Arrays.copyOf(held, column * 2);
        }
        if (held[column] == null) {
            held[column] = new Held();
            for (Segment segment : group.cached(grain, region, column)) {
                hold(segment, column);
            }
        }
        return held[column];
    }

    /** Takes a loaded segment of this grain for every column of it that is read. */
    void hold(Segment segment) {
        for (int column = 0; column < held.length; column++) {
            if (held[column] != null) {
                hold(segment, column);
            }
        }
    }

    private void hold(Segment segment, int column) {
        int at = segment.column(group.column(column));
        if (at >= 0) {
            held[column].add(segment, at);
        }
    }

    /** Segments that answered something. */
    void forEachUsed(Consumer<Segment> action) {
        for (Held segments : held) {
            if (segments != null) {
                segments.used.stream().forEach(i -> action.accept(segments.segment[i]));
            }
        }
    }

    boolean hasMisses() {
        return !missedColumns.isEmpty();
    }

    /** What was missed since the last time, which is then forgotten. */
    LoadRequest takeMisses() {
        List<FactColumn> columns = new ArrayList<>();
        boolean additive = missedColumns.stream()
                .anyMatch(column -> group.column(column).operation().isAdditive());
        if (additive) {
            missedColumns.or(group.mentioned());
        }
        missedColumns.stream().forEach(column -> columns.add(group.column(column)));
        LoadRequest request = new LoadRequest(group.layout(), group.version(), grain, region, missed.clone(), columns);
        clearMisses();
        return request;
    }

    private void clearMisses() {
        missedColumns.clear();
        for (int c = 0; c < missed.length; c++) {
            missed[c] = new IdSet();
        }
    }

    /** Segments that hold one fact column. */
    private static final class Held {
        private Segment[] segment = new Segment[2];
        private int[] column = new int[2];
        private final BitSet used = new BitSet();
        private int size;
        private int last = -1;

        void add(Segment added, int at) {
            for (int i = 0; i < size; i++) {
                if (segment[i] == added) {
                    return;
                }
            }
            if (size == segment.length) {
                segment = Arrays.copyOf(segment, size * 2);
                column = Arrays.copyOf(column, size * 2);
            }
            segment[size] = added;
            column[size++] = at;
        }

        /** Position of a segment that answers for the key, or -1. */
        int find(int[] key) {
            if (last >= 0 && segment[last].covers(key)) {
                return last;
            }
            for (int i = size - 1; i >= 0; i--) {
                if (segment[i].covers(key)) {
                    last = i;
                    used.set(i);
                    return i;
                }
            }
            return -1;
        }
    }
}
