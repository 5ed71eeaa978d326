package org.shapan.engine.cell;

import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** From members down to a lower level. */
final class Descent {
    private Descent() {}

    /** Whether every descendant at the predicate's level is one of the predicate's members. */
    static boolean containsAllBelow(Hierarchy hierarchy, IdSet members, MemberPredicate predicate) {
        if (hierarchy.isRagged()) {
            return false;
        }
        for (int id = members.next(0); id >= 0; id = members.next(id + 1)) {
            if (!containsAllBelow(hierarchy, hierarchy.member(id), predicate)) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsAllBelow(Hierarchy hierarchy, Member member, MemberPredicate predicate) {
        if (member.level().depth() == predicate.depth()) {
            return predicate.ids().contains(member.id());
        }
        for (Member child : hierarchy.children(member)) {
            if (!containsAllBelow(hierarchy, child, predicate)) {
                return false;
            }
        }
        return true;
    }
}
