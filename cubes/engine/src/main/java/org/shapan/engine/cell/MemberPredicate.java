package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.cell.segment.IdSet;

/**
 * Which members of a hierarchy a segment holds: those at or below the given members. A segment without a predicate on a hierarchy holds
 * all.
 *
 * @param depth level of the members; for a tree the level of the parent-child members
 * @param ids never empty, never changed
 */
record MemberPredicate(int depth, IdSet ids) {
    MemberPredicate {
        requireNonNull(ids, "ids is null");
    }
}
