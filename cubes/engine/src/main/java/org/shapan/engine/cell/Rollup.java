package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.List;
import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.cell.segment.ValueColumn;

/**
 * Makes cells of a coarser grain out of a finer segment, by parent arithmetic in memory. Only columns that are additive; only from
 * segments that hold everything below what is wanted.
 */
final class Rollup {
    private final FactLayout layout;
    private final Segment source;
    private final Grain target;
    /** Per key column of the target: its position in the source. */
    private final int[] sourceColumn;
    /** Per key column of the target: what brings the source's ids up to the level, or null where it is the same level. */
    private final Ancestors[] climbs;

    private Rollup(FactLayout layout, Segment source, Grain target) {
        this.layout = layout;
        this.source = source;
        this.target = target;
        int[] grouped = target.grouped();
        this.sourceColumn = new int[grouped.length];
        this.climbs = new Ancestors[grouped.length];
        for (int c = 0; c < grouped.length; c++) {
            int code = target.code(grouped[c]);
            sourceColumn[c] = Arrays.binarySearch(source.grain().grouped(), grouped[c]);
            climbs[c] = source.grain().code(grouped[c]) == code ? null : layout.ancestors(grouped[c], code);
        }
    }

    /**
     * Whether the wanted cells can be made from the segment, grains and additivity already checked.
     *
     * @param mayDrop tells whether all fact rows are below the members of the hierarchy's level, so that its segment adds up to All
     */
    static boolean covers(Segment source, LoadRequest wanted, Closedness mayDrop) {
        if (!source.isComplete() || !wanted.layout().sameOverlaps(source.grain(), wanted.grain())) {
            return false;
        }
        int[] finer = source.grain().grouped();
        for (int s = 0; s < finer.length; s++) {
            int b = finer[s];
            MemberPredicate predicate = source.key().predicates()[s];
            int code = wanted.grain().code(b);
            if (code == Grain.ALL) {
                if (predicate != null
                        || Grain.isTree(source.grain().code(b))
                        || !mayDrop.isClosed(wanted.layout(), b, source.grain().code(b), wanted.version())) {
                    return false;
                }
            } else if (predicate != null) {
                IdSet box = wanted.box()[Arrays.binarySearch(wanted.grain().grouped(), b)];
                if (!holdsAllBelow(wanted.layout(), b, code, box, predicate)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holdsAllBelow(
            FactLayout layout, int ordinal, int code, IdSet members, MemberPredicate predicate) {
        int depth = Grain.depth(code);
        if (predicate.depth() > depth) {
            return Descent.containsAllBelow(layout.hierarchy(ordinal), members, predicate);
        }
        if (predicate.depth() == depth) {
            return predicate.ids().containsAll(members);
        }
        Ancestors climb = layout.ancestors(ordinal, predicate.depth());
        for (int id = members.next(0); id >= 0; id = members.next(id + 1)) {
            if (!predicate.ids().contains(climb.of(id))) {
                return false;
            }
        }
        return true;
    }

    /** Rolls the columns up to the wanted grain; the new segment holds as much as the source allows. */
    static Segment of(Segment source, LoadRequest wanted, List<FactColumn> columns) {
        Rollup rollup = new Rollup(wanted.layout(), source, wanted.grain());
        int[] grouped = wanted.grain().grouped();
        MemberPredicate[] predicates = new MemberPredicate[grouped.length];
        for (int c = 0; c < grouped.length; c++) {
            MemberPredicate held = source.key().predicates()[rollup.sourceColumn[c]];
            if (held != null) {
                int depth = Grain.depth(wanted.grain().code(grouped[c]));
                predicates[c] = held.depth() <= depth ? held : new MemberPredicate(depth, wanted.box()[c]);
            }
        }
        SegmentKey key = new SegmentKey(
                wanted.layout().group().id(), wanted.version(), wanted.grain(), predicates, wanted.region(), columns);
        return rollup.segment(key);
    }

    private Segment segment(SegmentKey key) {
        int width = sourceColumn.length;
        int[][] ids = new int[width][source.rows()];
        int[] rows = new int[source.rows()];
        int[] up = new int[width];
        int size = 0;
        next:
        for (int row = 0; row < source.rows(); row++) {
            for (int c = 0; c < width; c++) {
                int id = source.ids(sourceColumn[c])[row];
                up[c] = climbs[c] == null ? id : climbs[c].of(id);
                MemberPredicate predicate = key.predicates()[c];
                boolean inside = predicate == null
                        || predicate.depth() != Grain.depth(target.code(target.grouped()[c]))
                        || predicate.ids().contains(up[c]);
                if (up[c] < 0 || !inside) {
                    continue next;
                }
            }
            for (int c = 0; c < width; c++) {
                ids[c][size] = up[c];
            }
            rows[size++] = row;
        }
        Grouping grouping = Grouping.of(ids, size);
        int[] groupOf = grouping.groupOf();
        if (groupOf == null) {
            groupOf = new int[size];
            Arrays.setAll(groupOf, i -> i);
        }
        List<FactColumn> columns = key.columns();
        ValueColumn[] values = new ValueColumn[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.values(source.column(columns.get(i)))
                    .combine(
                            rows,
                            groupOf,
                            grouping.size(),
                            columns.get(i).operation().combination());
        }
        return new Segment(key, layout, grouping, values, true);
    }
}
