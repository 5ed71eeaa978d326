package org.shapan.engine.cell;

import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;

/** A table that cells are computed from. */
interface CellSource {
    Relation relation();

    LevelPath path(int ordinal, int depth);

    /** SQL of a column; null when the table cannot give it. */
    String select(FactColumn column);
}
