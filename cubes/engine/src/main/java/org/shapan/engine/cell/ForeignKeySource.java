package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.ForeignKey;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.LevelPath.MemberLookup;
import org.shapan.engine.star.Relation;

/**
 * The rows of the fact table with their foreign keys, for one segment: members are found here by the keys of the dimensions, and rows grouped here.
 * For databases whose joins look up one row after the other, where this takes a fraction of the time.
 */
final class ForeignKeySource implements CellSource {
    private final FactLayout layout;
    private final Dialect dialect;
    private final int mostListed;
    /** By base ordinal; hierarchies whose keys lie in the fact table are missing. */
    private final Map<Integer, ForeignKey> foreignKeys = new HashMap<>();

    private final Map<Integer, IntPredicate> wanted = new HashMap<>();
    private final List<String> regionConditions = new ArrayList<>();

    private ForeignKeySource(FactLayout layout, Dialect dialect, int mostListed) {
        this.layout = layout;
        this.dialect = dialect;
        this.mostListed = mostListed;
    }

    /**
     * The source of a segment; reads what it needs to know of the dimensions.
     *
     * @param mostListed keys that a condition may name
     * @return null when the segment cannot be made in this way, or needs no join
     */
    static ForeignKeySource of(FactLayout layout, SegmentKey key, Dialect dialect, int mostListed) {
        int[] grouped = key.grain().grouped();
        boolean counted = key.columns().getFirst().operation() == FactColumn.Operation.DISTINCT_COUNT;
        if (key.columns().stream().anyMatch(column -> column.operation() == FactColumn.Operation.SINGLE)
                || (grouped.length == 0 && !counted)) {
            return null;
        }
        ForeignKeySource source = new ForeignKeySource(layout, dialect, mostListed);
        for (int c = 0; c < grouped.length; c++) {
            int code = key.grain().code(grouped[c]);
            if (Grain.isTree(code)) {
                return null;
            }
            if (!layout.path(grouped[c], code).joins().isEmpty()
                    && !source.add(grouped[c], code, key.predicates()[c])) {
                return null;
            }
        }
        if (key.region() == null) {
            return source.foreignKeys.isEmpty() ? null : source;
        }
        return source.within(key.region()) ? source : null;
    }

    /** Makes a condition of each part of a region; false when one cannot be said by foreign keys. */
    private boolean within(BoundRegion region) {
        for (BoundRegion.Part part : region.parts()) {
            String condition = condition(part);
            if (condition == null) {
                return false;
            }
            regionConditions.add(condition);
        }
        return true;
    }

    /** Null for tuples over several hierarchies, members of a tree, too many keys, and hierarchies whose keys lie in the fact table. */
    private String condition(BoundRegion.Part part) {
        if (part.ordinals().length > 1) {
            return null;
        }
        ForeignKey foreignKey = null;
        List<Object> keys = new ArrayList<>();
        for (Map.Entry<Integer, IdSet> level : members(part).entrySet()) {
            int code = level.getKey();
            foreignKey = Grain.isTree(code)
                    ? null
                    : layout.group().foreignKey(layout.level(part.ordinals()[0], Grain.depth(code)));
            List<Object> found = foreignKey == null
                    ? null
                    : foreignKey.members().of(level.getValue()::contains, mostListed - keys.size());
            if (found == null) {
                return null;
            }
            keys.addAll(found);
        }
        return isOneOf(foreignKey, keys);
    }

    /** By grain code. */
    private static Map<Integer, IdSet> members(BoundRegion.Part part) {
        Map<Integer, IdSet> members = new LinkedHashMap<>();
        for (int tuple = 0; tuple < part.size(); tuple++) {
            members.computeIfAbsent(part.code(tuple, 0), code -> new IdSet()).add(part.id(tuple, 0));
        }
        return members;
    }

    @Override
    public boolean restrict(StarQuery query, BoundRegion region) {
        regionConditions.forEach(query::where);
        return true;
    }

    private boolean add(int ordinal, int depth, MemberPredicate predicate) {
        ForeignKey foreignKey = layout.group().foreignKey(layout.level(ordinal, depth));
        if (foreignKey == null) {
            return false;
        }
        foreignKeys.put(ordinal, foreignKey);
        if (predicate != null) {
            Ancestors climb = layout.ancestors(ordinal, predicate.depth());
            wanted.put(
                    ordinal,
                    predicate.depth() == depth
                            ? predicate.ids()::contains
                            : id -> predicate.ids().contains(climb.of(id)));
        }
        return true;
    }

    @Override
    public Relation relation() {
        return layout.group().fact();
    }

    @Override
    public LevelPath path(int ordinal, int depth) {
        ForeignKey foreignKey = foreignKeys.get(ordinal);
        return foreignKey == null
                ? layout.path(ordinal, depth)
                : new LevelPath(
                        List.of(),
                        List.of(new LevelPath.KeyExpression(foreignKey.sql(), foreignKey.type())),
                        lookup(foreignKey, wanted.get(ordinal)));
    }

    private static MemberLookup lookup(ForeignKey foreignKey, IntPredicate wanted) {
        if (wanted == null) {
            return keys -> foreignKey.members().member(keys[0]);
        }
        return keys -> {
            int id = foreignKey.members().member(keys[0]);
            return id < 0 || wanted.test(id) ? id : MemberLookup.ELSEWHERE;
        };
    }

    /** Few keys are named in a condition; else all rows are read and those of other members passed over. */
    @Override
    public boolean restrict(StarQuery query, int ordinal, MemberPredicate predicate) {
        ForeignKey foreignKey = foreignKeys.get(ordinal);
        if (foreignKey == null) {
            return false;
        }
        int few = Math.min(mostListed, foreignKey.members().size() / 4);
        List<Object> keys = foreignKey.members().of(wanted.get(ordinal), few);
        if (keys != null) {
            query.where(isOneOf(foreignKey, keys));
        }
        return true;
    }

    private String isOneOf(ForeignKey foreignKey, List<Object> keys) {
        List<String> literals = keys.stream()
                .map(key -> dialect.literal(key, foreignKey.type()))
                .toList();
        return literals.isEmpty() ? "1 = 0" : foreignKey.sql() + " IN (" + String.join(", ", literals) + ")";
    }

    @Override
    public boolean givesRows() {
        return true;
    }

    @Override
    public String select(FactColumn column) {
        return switch (column.operation()) {
            case SUM, MIN, MAX -> column.sql();
            case COUNT -> column.sql() == null ? "1" : "CASE WHEN " + column.sql() + " IS NULL THEN 0 ELSE 1 END";
            case DISTINCT_COUNT, SINGLE -> null;
        };
    }
}
