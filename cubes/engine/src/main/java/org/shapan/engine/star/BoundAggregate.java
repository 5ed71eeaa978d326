package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.sql.Dialect;

/** An aggregate table that a catalog declares. */
final class BoundAggregate implements AggregateTable {
    private final Relation relation;
    private final Dialect dialect;
    private final Map<Level, TableColumns.Column> collapsed;
    private final Map<Hierarchy, HierarchyLink> links;
    private final Map<StoredMeasure, String> measures;
    private final String countSql;
    private final Place place;
    private final Map<Level, LevelPath> paths = new ConcurrentHashMap<>();

    /**
     * @param collapsed levels whose keys are columns of the table
     * @param links hierarchies that the table reaches by a foreign key
     * @param measures SQL by measure of the base cube
     */
    BoundAggregate(
            Relation relation,
            Dialect dialect,
            Map<Level, TableColumns.Column> collapsed,
            Map<Hierarchy, HierarchyLink> links,
            Map<StoredMeasure, String> measures,
            String countSql,
            Place place) {
        this.relation = relation;
        this.dialect = dialect;
        this.collapsed = Map.copyOf(collapsed);
        this.links = Map.copyOf(links);
        this.measures = Map.copyOf(measures);
        this.countSql = countSql;
        this.place = place;
    }

    @Override
    public Relation relation() {
        return relation;
    }

    @Override
    public boolean holds(Level baseLevel) {
        if (baseLevel.isAll()) {
            return true;
        }
        HierarchyLink link = links.get(baseLevel.hierarchy());
        if (link != null) {
            return link.reaches(baseLevel.depth());
        }
        if (!collapsed.containsKey(baseLevel)) {
            return false;
        }
        return identity(baseLevel).stream().allMatch(collapsed::containsKey);
    }

    private static List<Level> identity(Level level) {
        BoundHierarchy hierarchy = (BoundHierarchy) level.hierarchy();
        hierarchy.table().level(level.depth());
        return hierarchy.table().identity(level.depth()).stream()
                .map(d -> hierarchy.levels().get(d))
                .toList();
    }

    @Override
    public LevelPath path(Level baseLevel) {
        LevelPath known = paths.get(baseLevel);
        if (known == null) {
            HierarchyLink link = links.get(baseLevel.hierarchy());
            known = link == null ? collapsedPath(baseLevel) : link.path(baseLevel.depth());
            paths.put(baseLevel, known);
        }
        return known;
    }

    private LevelPath collapsedPath(Level level) {
        List<LevelPath.KeyExpression> keys = new ArrayList<>();
        for (Level part : identity(level)) {
            TableColumns.Column column = collapsed.get(part);
            if (column == null) {
                throw new IllegalArgumentException(relation.alias() + " does not hold " + level.uniqueName());
            }
            keys.add(new LevelPath.KeyExpression(
                    dialect.quote(relation.alias()) + "." + dialect.quote(column.name()), column.type()));
        }
        MemberTable table = ((BoundHierarchy) level.hierarchy()).table();
        return new LevelPath(List.of(), List.copyOf(keys), HierarchyLink.lookup(table, table.identity(level.depth())));
    }

    @Override
    public boolean isExactly(Level[] baseLevels) {
        for (Level level : baseLevels) {
            if (level == null || level.isAll() || level.hierarchy().isMeasures()) {
                continue;
            }
            HierarchyLink link = links.get(level.hierarchy());
            boolean finest = link == null ? isFinestCollapsed(level) : link.isGrain(level.depth()) && !link.isBridged();
            if (!finest) {
                return false;
            }
        }
        return heldHierarchies().stream().allMatch(h -> given(baseLevels, h));
    }

    private boolean isFinestCollapsed(Level level) {
        return collapsed.containsKey(level)
                && collapsed.keySet().stream()
                        .noneMatch(l -> l.hierarchy() == level.hierarchy() && l.depth() > level.depth());
    }

    private List<Hierarchy> heldHierarchies() {
        List<Hierarchy> held = new ArrayList<>(links.keySet());
        collapsed.keySet().forEach(l -> held.add(l.hierarchy()));
        return held;
    }

    private static boolean given(Level[] baseLevels, Hierarchy hierarchy) {
        Level level = hierarchy.ordinal() < baseLevels.length ? baseLevels[hierarchy.ordinal()] : null;
        return level != null && !level.isAll();
    }

    @Override
    public String sql(StoredMeasure baseMeasure) {
        return measures.get(baseMeasure.base());
    }

    @Override
    public String countSql() {
        return countSql;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String toString() {
        return relation.alias();
    }
}
