package org.shapan.engine.cell;

import java.util.List;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/**
 * Chooses what a segment shall hold when certain members are wanted: these, or the shorter and more reusable thing to say. All children of
 * some parents become the parents; most of a level, or more than can be listed, becomes no predicate at all.
 */
final class PredicateChoice {
    /** From this share of a level on, the whole level is loaded. */
    private static final double MOST = 0.75;

    private final int maxInList;

    PredicateChoice(int maxInList) {
        this.maxInList = maxInList;
    }

    /** Predicates in the order of the request's key columns; null entries for all members. */
    MemberPredicate[] choose(LoadRequest request) {
        int[] grouped = request.grain().grouped();
        MemberPredicate[] predicates = new MemberPredicate[grouped.length];
        for (int c = 0; c < grouped.length; c++) {
            Hierarchy hierarchy = request.layout().hierarchy(grouped[c]);
            int code = request.grain().code(grouped[c]);
            IdSet ids = request.box()[c];
            predicates[c] =
                    Grain.isTree(code) ? chooseInTree(hierarchy, Grain.depth(code), ids) : choose(hierarchy, code, ids);
        }
        return predicates;
    }

    private MemberPredicate chooseInTree(Hierarchy hierarchy, int depth, IdSet ids) {
        if (isMost(hierarchy, depth, ids) || Trees.descendants(hierarchy, ids).size() > maxInList) {
            return null;
        }
        return new MemberPredicate(depth, ids);
    }

    private MemberPredicate choose(Hierarchy hierarchy, int depth, IdSet ids) {
        if (isMost(hierarchy, depth, ids)) {
            return null;
        }
        if (hierarchy.isRagged() || hierarchy.levels().get(depth).isParentChild()) {
            return ids.size() > maxInList ? null : new MemberPredicate(depth, ids);
        }
        MemberPredicate predicate = new MemberPredicate(depth, ids);
        while (canClimb(hierarchy, predicate.depth())) {
            boolean mustClimb = predicate.ids().size() > maxInList;
            IdSet parents = parents(hierarchy, predicate.ids());
            if (!mustClimb && (predicate.ids().size() == 1 || !areAllChildren(hierarchy, parents, predicate.ids()))) {
                break;
            }
            if (isMost(hierarchy, predicate.depth() - 1, parents)) {
                return null;
            }
            predicate = new MemberPredicate(predicate.depth() - 1, parents);
        }
        return predicate.ids().size() > maxInList ? null : predicate;
    }

    private static boolean canClimb(Hierarchy hierarchy, int depth) {
        return depth > 0 && !hierarchy.levels().get(depth - 1).isAll();
    }

    private static boolean isMost(Hierarchy hierarchy, int depth, IdSet ids) {
        Level level = hierarchy.levels().get(depth);
        return ids.size() >= level.memberCount() * MOST;
    }

    private static IdSet parents(Hierarchy hierarchy, IdSet ids) {
        IdSet parents = new IdSet();
        for (int id = ids.next(0); id >= 0; id = ids.next(id + 1)) {
            parents.add(hierarchy.member(id).parent().id());
        }
        return parents;
    }

    private static boolean areAllChildren(Hierarchy hierarchy, IdSet parents, IdSet ids) {
        int count = 0;
        for (int id = parents.next(0); id >= 0; id = parents.next(id + 1)) {
            List<Member> children = hierarchy.children(hierarchy.member(id));
            count += children.size();
            if (count > ids.size()) {
                return false;
            }
        }
        return count == ids.size();
    }
}
