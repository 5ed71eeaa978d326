package org.shapan.engine.cell;

import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;

/** A table that cells are computed from. */
interface CellSource {
    Relation relation();

    LevelPath path(int ordinal, int depth);

    /** SQL of a column; null when the table cannot give it. */
    String select(FactColumn column);

    /** Whether the table's rows are read as they are, for segments to be grouped here. */
    default boolean givesRows() {
        return false;
    }

    /**
     * Keeps the rows of some members in the table's own way.
     *
     * @return false when nothing was done, so that the keys of the members are to be compared
     */
    default boolean restrict(StarQuery query, int ordinal, MemberPredicate predicate) {
        return false;
    }

    /** As {@link #restrict(StarQuery, int, MemberPredicate)}, for the rows of a region. */
    default boolean restrict(StarQuery query, BoundRegion region) {
        return false;
    }
}
