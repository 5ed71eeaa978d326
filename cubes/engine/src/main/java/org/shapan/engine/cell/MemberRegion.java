package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Members whose rows were changed, in terms of one fact group: by base ordinal those of which any, of several hierarchies all. */
final class MemberRegion {
    private final FactLayout layout;
    private final Map<Integer, List<Member>> members = new TreeMap<>();

    /**
     * @param cube whose members these are
     * @param region stored members; a hierarchy that the facts do not know restricts nothing
     */
    MemberRegion(FactLayout layout, Cube cube, List<Member> region) {
        this.layout = layout;
        int[] base = layout.group().baseOrdinals(cube);
        for (Member member : region) {
            int ordinal = base[member.hierarchy().ordinal()];
            if (ordinal >= 0 && !member.isAll()) {
                members.computeIfAbsent(ordinal, any -> new ArrayList<>())
                        .add(layout.hierarchy(ordinal).member(member.id()));
            }
        }
    }

    /** Whether rows of the region may be in a segment. */
    boolean overlaps(SegmentKey key) {
        int[] grouped = key.grain().grouped();
        for (int c = 0; c < grouped.length; c++) {
            MemberPredicate predicate = key.predicates()[c];
            List<Member> wanted = members.get(grouped[c]);
            if (predicate != null && wanted != null && !meet(layout.hierarchy(grouped[c]), predicate.ids(), wanted)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(Hierarchy hierarchy, IdSet held, List<Member> wanted) {
        for (int id = held.next(0); id >= 0; id = held.next(id + 1)) {
            Member member = hierarchy.member(id);
            if (wanted.stream().anyMatch(w -> member.isSelfOrDescendantOf(w) || w.isSelfOrDescendantOf(member))) {
                return true;
            }
        }
        return false;
    }
}
