package org.shapan.engine.cell;

import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.cell.segment.KeyIndex;
import org.shapan.engine.cell.segment.ValueColumn;

/**
 * Cells of one grain: a key column of member ids per grouped hierarchy, an index over the keys, a value column per fact column.
 * Immutable; shared by all queries.
 *
 * <p>A key within the predicates that has no row is a cell without facts.
 */
final class Segment {
    private final SegmentKey key;
    private final int[][] ids;
    private final int rows;
    private final KeyIndex index;
    private final ValueColumn[] values;
    private final Ancestors[] climbs;
    private final boolean complete;
    private final long keyBytes;
    private final long bytes;

    /** @param complete false when fact rows were left out because they have no member */
    Segment(SegmentKey key, FactLayout layout, Grouping grouping, ValueColumn[] values, boolean complete) {
        this(key, layout, grouping.keys(), grouping.size(), grouping.index(), values, complete, grouping.bytes());
    }

    private Segment(
            SegmentKey key,
            FactLayout layout,
            int[][] ids,
            int rows,
            KeyIndex index,
            ValueColumn[] values,
            boolean complete,
            long keyBytes) {
        this.key = key;
        this.ids = ids;
        this.rows = rows;
        this.index = index;
        this.values = values;
        this.complete = complete;
        this.keyBytes = keyBytes;
        int[] grouped = key.grain().grouped();
        this.climbs = new Ancestors[grouped.length];
        long size = 256 + keyBytes;
        for (int c = 0; c < grouped.length; c++) {
            MemberPredicate predicate = key.predicates()[c];
            if (predicate != null) {
                size += predicate.ids().bytes();
                if (predicate.depth() != Grain.depth(key.grain().code(grouped[c]))) {
                    climbs[c] = layout.ancestors(grouped[c], predicate.depth());
                }
            }
        }
        for (ValueColumn column : values) {
            size += column.bytes();
        }
        this.bytes = size;
    }

    /** The same cells as those of a later data version, in which nothing of them changed. */
    Segment in(long version, FactLayout layout) {
        SegmentKey later =
                new SegmentKey(key.factGroup(), version, key.grain(), key.predicates(), key.region(), key.columns());
        return new Segment(later, layout, ids, rows, index, values, complete, keyBytes);
    }

    SegmentKey key() {
        return key;
    }

    Grain grain() {
        return key.grain();
    }

    int rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /** False when fact rows were left out because their dimension has no row for them; such a segment is not rolled up. */
    boolean isComplete() {
        return complete;
    }

    /** Id column of a grouped hierarchy, by its position in {@link Grain#grouped}; may be longer than {@link #rows}. */
    int[] ids(int column) {
        return ids[column];
    }

    /** Position of a fact column, or -1. */
    int column(FactColumn column) {
        return key.columns().indexOf(column);
    }

    ValueColumn values(int column) {
        return values[column];
    }

    /** Whether the segment answers for a key, one id per grouped hierarchy. Allocates nothing. */
    boolean covers(int[] ids) {
        MemberPredicate[] predicates = key.predicates();
        for (int c = 0; c < predicates.length; c++) {
            MemberPredicate predicate = predicates[c];
            if (predicate != null) {
                int id = climbs[c] == null ? ids[c] : climbs[c].of(ids[c]);
                if (!predicate.ids().contains(id)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the segment answers for all keys of the product of the sets. */
    boolean covers(IdSet[] box) {
        MemberPredicate[] predicates = key.predicates();
        for (int c = 0; c < predicates.length; c++) {
            MemberPredicate predicate = predicates[c];
            if (predicate == null) {
                continue;
            }
            if (climbs[c] == null) {
                if (!predicate.ids().containsAll(box[c])) {
                    return false;
                }
                continue;
            }
            for (int id = box[c].next(0); id >= 0; id = box[c].next(id + 1)) {
                if (!predicate.ids().contains(climbs[c].of(id))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The row of a key, or -1. Allocates nothing. */
    int find(int[] key) {
        return index.find(key);
    }
}
