package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An aggregate table made by hand.
 *
 * @param levelColumns key column by level; levels whose key is unique only within the parent need the parent's column too
 * @param finest the levels whose combinations are its rows
 */
public record HandMadeAggregate(
        HandMadeStar cube,
        String table,
        Map<Level, String> levelColumns,
        Set<Level> finest,
        Map<StoredMeasure, String> measures,
        String count)
        implements AggregateTable {

    @Override
    public Relation relation() {
        return new Relation(table, "a", null);
    }

    @Override
    public boolean holds(Level level) {
        return levelColumns.containsKey(level);
    }

    @Override
    public LevelPath path(Level level) {
        LevelPath onFacts = cube.path(level);
        List<LevelPath.KeyExpression> keys = new ArrayList<>();
        int depth = level.depth() - onFacts.keys().size() + 1;
        for (LevelPath.KeyExpression key : onFacts.keys()) {
            Level holding = level.hierarchy().levels().get(depth++);
            keys.add(new LevelPath.KeyExpression("a." + levelColumns.get(holding), key.type()));
        }
        return new LevelPath(List.of(), keys, onFacts.memberOf());
    }

    @Override
    public boolean isExactly(Level[] levels) {
        List<Level> wanted = new ArrayList<>();
        for (Level level : levels) {
            if (level != null) {
                wanted.add(level);
            }
        }
        return Set.copyOf(wanted).equals(finest);
    }

    @Override
    public String sql(StoredMeasure measure) {
        return measures.containsKey(measure) ? "a." + measures.get(measure) : null;
    }

    @Override
    public String countSql() {
        return "a." + count;
    }
}
