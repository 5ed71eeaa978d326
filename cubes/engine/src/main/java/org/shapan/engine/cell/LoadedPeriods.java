package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * The periods for which a fact table has rows, at the fact's own grain, in hierarchical order; and for every member of the time hierarchy
 * which of them lie in it. Immutable.
 */
final class LoadedPeriods {
    private final int depth;
    private final int[] periods;
    private final int[] from;
    private final int[] to;

    /** @param ids of the periods with rows, any order */
    LoadedPeriods(Hierarchy hierarchy, int depth, IdSet ids) {
        this.depth = depth;
        this.periods = IntStream.iterate(ids.next(0), id -> id >= 0, id -> ids.next(id + 1))
                .mapToObj(hierarchy::member)
                .sorted(Comparator.comparingInt(Member::rank))
                .mapToInt(Member::id)
                .toArray();
        int highest = hierarchy.allMember() == null ? 0 : hierarchy.allMember().id();
        for (int period : periods) {
            for (Member m = hierarchy.member(period); m != null; m = m.parent()) {
                highest = Math.max(highest, m.id());
            }
        }
        this.from = new int[highest + 1];
        this.to = new int[highest + 1];
        Arrays.fill(from, -1);
        for (int p = 0; p < periods.length; p++) {
            for (Member m = hierarchy.member(periods[p]); m != null; m = m.parent()) {
                extend(m.id(), p);
            }
            if (hierarchy.allMember() != null) {
                extend(hierarchy.allMember().id(), p);
            }
        }
    }

    private void extend(int id, int position) {
        if (from[id] < 0) {
            from[id] = position;
        }
        to[id] = position + 1;
    }

    /** Level of the periods. */
    int depth() {
        return depth;
    }

    /** Member id of the period at a position. */
    int period(int position) {
        return periods[position];
    }

    /** Position of the first period in a member; equal to {@link #to} when there is none. */
    int from(int id) {
        return id < from.length ? Math.max(from[id], 0) : 0;
    }

    /** Position after the last period in a member. */
    int to(int id) {
        return id < to.length ? to[id] : 0;
    }
}
