package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;

/**
 * A statement on a fact or aggregate table and its dimensions: keys of a grain, aggregates, the conditions that a segment's predicates and region
 * mean. Built once, then read for its text.
 */
final class StarQuery {
    private final FactLayout layout;
    private final CellSource source;
    private final Dialect dialect;
    private final KeyCondition keys;
    private final Map<String, LevelPath.Join> joins = new LinkedHashMap<>();
    /** Aliases of joins that no condition needs: rows without a partner there count. */
    private final Set<String> outer = new HashSet<>();
    /** By the alias of the bridge. */
    private final Map<String, BridgeRows> bridges = new LinkedHashMap<>();

    private final Set<String> conditions = new LinkedHashSet<>();
    private final Map<String, Integer> groupBy = new LinkedHashMap<>();
    private final List<String> aggregates = new ArrayList<>();
    private List<Set<Integer>> groupingSets = List.of();

    StarQuery(FactLayout layout, CellSource source, Dialect dialect) {
        this.layout = layout;
        this.source = source;
        this.dialect = dialect;
        this.keys = new KeyCondition(dialect);
        filter(source.relation());
    }

    /**
     * Groups by the keys of a level.
     *
     * @return positions of its keys among the grouping expressions, from 0
     */
    int[] groupBy(int ordinal, int depth) {
        LevelPath path = reach(ordinal, depth);
        int[] positions = new int[path.keys().size()];
        for (int k = 0; k < positions.length; k++) {
            String key = path.keys().get(k).sql();
            positions[k] = groupBy(path.bridge() == null ? key : bridge(path).select(key));
        }
        return positions;
    }

    /** Groups by any expression over the fact; returns its position. */
    int groupBy(String expression) {
        return groupBy.computeIfAbsent(expression, e -> groupBy.size());
    }

    /**
     * Adds an aggregate; aggregates follow the grouping expressions in the result.
     *
     * @return its position, once all grouping expressions are there
     */
    int aggregate(String sql) {
        aggregates.add(sql);
        return groupBy.size() + aggregates.size() - 1;
    }

    /**
     * Groups in several ways at once, once all grouping expressions are there.
     *
     * @param sets positions of the grouping expressions of each way
     * @return position of the number that tells whose row it is, see {@link #grouping}
     */
    int groupingSets(List<Set<Integer>> sets) {
        groupingSets = sets;
        return aggregate("GROUPING(" + String.join(", ", groupBy.keySet()) + ")");
    }

    /** What GROUPING gives for the rows of a way of grouping: a bit for each expression that is not part of it, the last one lowest. */
    long grouping(Set<Integer> set) {
        long bits = 0;
        for (int position = 0; position < groupBy.size(); position++) {
            bits = bits << 1 | (set.contains(position) ? 0 : 1);
        }
        return bits;
    }

    /**
     * Selects the keys of a level without grouping, of rows that have a member there or not; conditions must be there already.
     *
     * @return positions among the selected expressions, from 0
     */
    int[] select(int ordinal, int depth) {
        LevelPath path = source.path(ordinal, depth);
        for (LevelPath.Join join : path.joins()) {
            if (joins.putIfAbsent(join.relation().alias(), join) == null) {
                outer.add(join.relation().alias());
            }
        }
        return path.keys().stream().mapToInt(key -> groupBy(key.sql())).toArray();
    }

    void where(String condition) {
        conditions.add(condition);
    }

    /** Keeps the rows of members of one level; for a tree those of their descendants too. */
    void where(int ordinal, int code, IdSet members) {
        where(ordinal, Map.of(code, members));
    }

    /** Keeps the rows of the members given by grain code. */
    void where(int ordinal, Map<Integer, IdSet> byCode) {
        BridgeRows behind = null;
        for (int code : byCode.keySet()) {
            LevelPath path = source.path(ordinal, Grain.depth(code));
            behind = path.bridge() == null ? null : bridge(path);
        }
        if (behind == null) {
            where(anyOf(ordinal, byCode));
        } else {
            behind.where(anyOf(ordinal, byCode));
        }
    }

    private String condition(int ordinal, int code, IdSet members) {
        Hierarchy hierarchy = layout.hierarchy(ordinal);
        IdSet ids = Grain.isTree(code) ? Trees.descendants(hierarchy, members) : members;
        return keys.in(hierarchy, reach(ordinal, Grain.depth(code)), ids);
    }

    /** Keeps the rows of a region: per hierarchy when the region is a product, else tuple by tuple. */
    void where(BoundRegion region) {
        RegionCondition.add(this, region);
    }

    /** Rows of the members given by grain code: OR over the levels. */
    private String anyOf(int ordinal, Map<Integer, IdSet> byCode) {
        List<String> alternatives = new ArrayList<>();
        byCode.forEach((code, ids) -> alternatives.add(condition(ordinal, code, ids)));
        return KeyCondition.or(alternatives);
    }

    /**
     * Rows that are of the members given for every hierarchy, as a condition.
     *
     * @param members by ordinal and grain code
     * @throws EngineException NOT_SUPPORTED when hierarchies behind a bridge are given of which the statement groups by others
     */
    String allOf(Map<Integer, Map<Integer, IdSet>> members) {
        List<String> all = new ArrayList<>();
        Map<String, BridgeRows> leading = new LinkedHashMap<>();
        members.forEach((ordinal, byCode) -> {
            LevelPath path =
                    source.path(ordinal, Grain.depth(byCode.keySet().iterator().next()));
            if (path.bridge() == null) {
                all.add(anyOf(ordinal, byCode));
                return;
            }
            String alias = path.joins().getFirst().relation().alias();
            if (bridges.containsKey(alias) && bridges.get(alias).selectsKeys()) {
                throw new EngineException(
                        OlapErrorCode.NOT_SUPPORTED,
                        "A set of tuples over " + layout.hierarchy(ordinal).uniqueName()
                                + ", which lies behind a bridge, cannot restrict a query that shows another hierarchy of its"
                                + " dimension; use a set of members of each hierarchy");
            }
            BridgeRows rows = leading.computeIfAbsent(alias, a -> new BridgeRows(path, dialect));
            byCode.forEach((code, ids) -> rows.reach(source.path(ordinal, Grain.depth(code))));
            rows.where(anyOf(ordinal, byCode));
        });
        leading.values().forEach(rows -> all.add(rows.leads()));
        return all.isEmpty() ? "1 = 1" : KeyCondition.and(all);
    }

    /** Joins what a level needs, so that only rows with a member at it count. */
    void reachLevel(int ordinal, int depth) {
        reach(ordinal, depth);
    }

    private LevelPath reach(int ordinal, int depth) {
        LevelPath path = source.path(ordinal, depth);
        if (path.bridge() != null) {
            return path;
        }
        for (LevelPath.Join join : path.joins()) {
            if (joins.putIfAbsent(join.relation().alias(), join) == null) {
                filter(join.relation());
            }
        }
        return path;
    }

    /** What the statement reads behind the bridge of a path, with what the path needs. */
    private BridgeRows bridge(LevelPath path) {
        BridgeRows rows =
                bridges.computeIfAbsent(path.joins().getFirst().relation().alias(), a -> new BridgeRows(path, dialect));
        rows.reach(path);
        return rows;
    }

    private void filter(Relation relation) {
        if (relation.filter() != null) {
            conditions.add("(" + relation.filter() + ")");
        }
    }

    int groupingCount() {
        return groupBy.size();
    }

    String sql() {
        List<String> items = new ArrayList<>(groupBy.keySet());
        items.addAll(aggregates);
        StringBuilder sql = new StringBuilder(select(items));
        if (!groupingSets.isEmpty()) {
            sql.append("\nGROUP BY GROUPING SETS (")
                    .append(String.join(
                            ", ", groupingSets.stream().map(this::set).toList()))
                    .append(")");
        } else if (!groupBy.isEmpty() && !source.givesRows()) {
            sql.append("\nGROUP BY ").append(String.join(", ", groupBy.keySet()));
        }
        return sql.toString();
    }

    /** Single rows of what was asked to be grouped by, in an order that depends on nothing else. */
    String rowsSql(long skipped, long most) {
        List<String> order = new ArrayList<>();
        for (int position = 1; position <= groupBy.size(); position++) {
            order.add(dialect.orderItem(Integer.toString(position), true));
        }
        return select(groupBy.keySet()) + "\nORDER BY " + String.join(", ", order) + "\n" + dialect.page(skipped, most);
    }

    /** One row when there is any. */
    String existsSql() {
        return select(List.of("1")) + "\n" + dialect.page(0, 1);
    }

    private String select(Collection<String> items) {
        StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", items));
        sql.append("\nFROM ").append(named(source.relation()));
        joins.values()
                .forEach(join -> sql.append(isOuter(join) ? "\n  LEFT JOIN " : "\n  JOIN ")
                        .append(named(join.relation()))
                        .append(" ON ")
                        .append(join.condition())
                        .append(
                                isOuter(join) && join.relation().filter() != null
                                        ? " AND (" + join.relation().filter() + ")"
                                        : ""));
        bridges.values().forEach(rows -> sql.append("\n  ").append(rows.join()));
        if (!conditions.isEmpty()) {
            sql.append("\nWHERE ").append(String.join("\n  AND ", conditions));
        }
        return sql.toString();
    }

    private boolean isOuter(LevelPath.Join join) {
        return outer.contains(join.relation().alias());
    }

    private String set(Set<Integer> positions) {
        List<String> expressions = List.copyOf(groupBy.keySet());
        return positions.stream().map(expressions::get).collect(Collectors.joining(", ", "(", ")"));
    }

    private String named(Relation relation) {
        return relation.from() + " AS " + dialect.quote(relation.alias());
    }
}
