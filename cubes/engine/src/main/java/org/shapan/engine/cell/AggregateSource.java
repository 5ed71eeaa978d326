package org.shapan.engine.cell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.star.AggregateTable;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;
import org.shapan.engine.star.StoredMeasure;

/**
 * A declared aggregate table.
 *
 * @param exact whether each key of the wanted grain is one row of the table
 */
record AggregateSource(FactLayout layout, AggregateTable table, boolean exact) implements CellSource {
    /** The table as a source of a segment. */
    static AggregateSource of(FactLayout layout, AggregateTable table, SegmentKey key) {
        Level[] levels = new Level[layout.size()];
        boolean plain = key.region() == null;
        for (int b : key.grain().grouped()) {
            int code = key.grain().code(b);
            plain &= !Grain.isTree(code);
            levels[b] = layout.level(b, Grain.depth(code));
        }
        return new AggregateSource(layout, table, plain && table.isExactly(levels));
    }

    /** Levels that the statement of a segment groups by or restricts. */
    static Set<Level> levels(FactLayout layout, SegmentKey key) {
        Set<Level> levels = new LinkedHashSet<>();
        int[] grouped = key.grain().grouped();
        for (int c = 0; c < grouped.length; c++) {
            levels.add(layout.level(grouped[c], Grain.depth(key.grain().code(grouped[c]))));
            if (key.predicates()[c] != null) {
                levels.add(layout.level(grouped[c], key.predicates()[c].depth()));
            }
        }
        for (BoundRegion.Part part : key.region() == null
                ? List.<BoundRegion.Part>of()
                : key.region().parts()) {
            for (int t = 0; t < part.size(); t++) {
                for (int c = 0; c < part.ordinals().length; c++) {
                    if (part.code(t, c) != Grain.ALL) {
                        levels.add(layout.level(part.ordinals()[c], Grain.depth(part.code(t, c))));
                    }
                }
            }
        }
        return levels;
    }

    boolean holds(List<FactColumn> columns) {
        return columns.stream().allMatch(column -> select(column) != null);
    }

    @Override
    public Relation relation() {
        return table.relation();
    }

    @Override
    public LevelPath path(int ordinal, int depth) {
        return table.path(layout.level(ordinal, depth));
    }

    @Override
    public String select(FactColumn column) {
        boolean countsRows = column.operation() == FactColumn.Operation.COUNT && column.sql() == null;
        String sql = countsRows ? table.countSql() : column(column);
        if (sql == null) {
            return null;
        }
        return switch (column.operation()) {
            case SUM, COUNT -> "SUM(" + sql + ")";
            case MIN -> "MIN(" + sql + ")";
            case MAX -> "MAX(" + sql + ")";
            case DISTINCT_COUNT -> exact ? "MAX(" + sql + ")" : null;
            case SINGLE -> null;
        };
    }

    private String column(FactColumn column) {
        for (StoredMeasure measure : layout.group().baseCube().storedMeasures()) {
            if (FactColumn.of(measure).equals(List.of(column)) && table.sql(measure) != null) {
                return table.sql(measure);
            }
        }
        return null;
    }
}
