package org.shapan.engine.cell;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.cell.RegionBinder.Placed;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.Relation;

/**
 * The statement for single rows of a fact table, or of a table of details in its place: first {@link #restrict}ed to a cell, then told what
 * to select. One thread.
 */
public final class FactRowQuery {
    private final FactLayout layout;
    private final Cube cube;
    private final int[] baseOrdinals;
    private final StarQuery query;

    /** @param rows under the alias of the facts, with all columns that the facts join dimensions by */
    public FactRowQuery(FactGroup group, Cube cube, Relation rows, Dialect dialect) {
        this.layout = new FactLayout(group);
        this.cube = cube;
        this.baseOrdinals = group.baseOrdinals(cube);
        this.query = new StarQuery(layout, new RowSource(layout, rows), dialect);
    }

    private record RowSource(FactLayout layout, Relation relation) implements CellSource {
        @Override
        public LevelPath path(int ordinal, int depth) {
            return layout.loadedPath(ordinal, depth);
        }

        @Override
        public String select(FactColumn column) {
            return column.select();
        }
    }

    /**
     * Keeps the rows of a cell.
     *
     * @param context one stored member per hierarchy of the cube
     * @return false when no row can lie there
     * @throws EngineException SQL_FAILED when members must be loaded and cannot be
     */
    public boolean restrict(Member[] context, CellRegion region) {
        Placed placed = new RegionBinder(layout, cube).place(context, region);
        if (placed == null) {
            return false;
        }
        for (int base = 1; base < placed.codes().length; base++) {
            if (placed.codes()[base] != Grain.ALL) {
                query.where(base, placed.codes()[base], IdSet.of(placed.ids()[base]));
            }
        }
        query.where(placed.region());
        return true;
    }

    /** Whether a fact row has one member of a level of the cube; behind a bridge it has many. */
    public boolean reaches(Level level) {
        int base = baseOrdinals[level.hierarchy().ordinal()];
        return base >= 0
                && layout.reaches(base, level.depth())
                && (level.isAll() || layout.path(base, level.depth()).bridge() == null);
    }

    /**
     * Selects the keys of a level, which {@link #reaches} must know.
     *
     * @return where they are among the selected columns, counted from 1, in the order of {@link #path}
     */
    public int[] select(Level level) {
        int[] positions = query.select(baseOrdinals[level.hierarchy().ordinal()], level.depth());
        for (int i = 0; i < positions.length; i++) {
            positions[i]++;
        }
        return positions;
    }

    /** Turns the keys of a level into a member. */
    public LevelPath path(Level level) {
        return layout.path(baseOrdinals[level.hierarchy().ordinal()], level.depth());
    }

    /** Selects an expression over the rows' alias; gives its position, counted from 1. */
    public int select(String sql) {
        return query.groupBy(sql) + 1;
    }

    /** A statement that gives a row when there is one. */
    public String existsSql() {
        return query.existsSql();
    }

    /** @param skipped rows left out at the beginning of an order in which every selected column counts */
    public String sql(long skipped, long most) {
        return query.rowsSql(skipped, most);
    }
}
