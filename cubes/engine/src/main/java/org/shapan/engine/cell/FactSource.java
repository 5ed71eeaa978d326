package org.shapan.engine.cell;

import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;

/** The fact table itself. */
record FactSource(FactLayout layout) implements CellSource {
    @Override
    public Relation relation() {
        return layout.group().fact();
    }

    @Override
    public LevelPath path(int ordinal, int depth) {
        return layout.path(ordinal, depth);
    }

    @Override
    public String select(FactColumn column) {
        return column.select();
    }
}
