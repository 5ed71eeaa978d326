package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shapan.engine.catalog.AggregateDefinition;
import org.shapan.engine.catalog.AggregateDefinitions;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.SqlExecutor;

/** Binds the aggregate tables that a fact table declares. */
final class AggregateBinder {
    private final SqlExecutor sql;
    private final Dialect dialect;
    private final RelationBinder relations;
    private final Faults faults;
    private final BoundCube cube;

    AggregateBinder(SqlExecutor sql, RelationBinder relations, Faults faults, BoundCube cube) {
        this.sql = sql;
        this.dialect = sql.dialect();
        this.relations = relations;
        this.faults = faults;
        this.cube = cube;
    }

    /**
     * In order of the catalog.
     *
     * @param usages by ordinal of the hierarchy how the fact table reaches it, null at 0
     */
    List<AggregateTable> bind(RelationDefinition.Table fact, List<HierarchyLink> usages) {
        List<AggregateTable> bound = new ArrayList<>();
        for (AggregateDefinition definition : fact.aggregates().declared()) {
            for (String table : tables(definition, fact)) {
                AggregateTable one = faults.attempt(() -> bind(definition, table, fact, usages));
                if (one != null) {
                    bound.add(one);
                }
            }
        }
        return bound;
    }

    /** The table that is named, or those that match the pattern, unless they are excluded. */
    private List<String> tables(AggregateDefinition definition, RelationDefinition.Table fact) {
        if (definition.name() != null) {
            return excluded(definition.name(), fact.aggregates().exclusions()) ? List.of() : List.of(definition.name());
        }
        Pattern pattern = pattern(definition.pattern(), definition.ignoreCase());
        return sql.tables(fact.schema()).stream()
                .filter(t -> pattern.matcher(t).matches() && !t.equals(fact.name()))
                .filter(t -> !excluded(t, definition.exclusions())
                        && !excluded(t, fact.aggregates().exclusions()))
                .sorted()
                .toList();
    }

    private static boolean excluded(String table, List<AggregateDefinitions.Exclusion> exclusions) {
        return exclusions.stream()
                .anyMatch(e -> e.name() == null
                        ? pattern(e.pattern(), e.ignoreCase()).matcher(table).matches()
                        : e.ignoreCase()
                                ? e.name().equalsIgnoreCase(table)
                                : e.name().equals(table));
    }

    private static Pattern pattern(String text, boolean ignoreCase) {
        return Pattern.compile(text, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    }

    private AggregateTable bind(
            AggregateDefinition definition, String table, RelationDefinition.Table fact, List<HierarchyLink> usages) {
        JoinTree.Leaf leaf = relations.leaf(new RelationDefinition.Table(
                fact.schema(), table, table, null, AggregateDefinitions.NONE, definition.place()));
        StarAliases aliases = new StarAliases(leaf.alias());
        Map<Level, TableColumns.Column> collapsed = new HashMap<>();
        Map<Hierarchy, HierarchyLink> links = new HashMap<>();
        for (AggregateDefinition.LevelColumn held : definition.levels()) {
            Level level = level(held);
            TableColumns.Column column = RelationBinder.column(leaf, held.column(), held.place());
            HierarchyLink usage = usages.get(level.hierarchy().ordinal());
            if (usage == null || usage.isBridged()) {
                throw CatalogErrors.invalid(
                        held.place(),
                        usage == null
                                ? "facts of cube '" + cube.name() + "' do not know " + level.uniqueName()
                                : level.uniqueName() + " lies behind a bridge: an aggregate table can hold the"
                                        + " <AggForeignKey> that leads to it, not its level");
            }
            if (held.collapsed()) {
                collapsed.put(level, column);
            } else {
                links.put(level.hierarchy(), usage.at(leaf, column, level.depth(), aliases));
            }
        }
        for (AggregateDefinition.ForeignKey key : definition.foreignKeys()) {
            TableColumns.Column column = RelationBinder.column(leaf, key.aggColumn(), key.place());
            for (Hierarchy hierarchy : cube.hierarchies()) {
                HierarchyLink usage = usages.get(hierarchy.ordinal());
                if (usage != null && usage.joinsBy(key.factColumn())) {
                    links.put(hierarchy, usage.at(leaf, column, aliases));
                }
            }
        }
        return new BoundAggregate(
                new Relation(leaf.from(), leaf.alias(), null),
                dialect,
                collapsed,
                links,
                measures(definition, leaf),
                count(definition, leaf),
                definition.place());
    }

    private Level level(AggregateDefinition.LevelColumn held) {
        for (Hierarchy hierarchy : cube.hierarchies()) {
            for (Level level : hierarchy.levels()) {
                if (level.uniqueName().equalsIgnoreCase(held.name())) {
                    return level;
                }
            }
        }
        for (Hierarchy hierarchy : cube.hierarchies()) {
            Level level = ElementLookup.level(hierarchy, held.name());
            if (level != null && !hierarchy.isMeasures()) {
                return level;
            }
        }
        throw CatalogErrors.invalid(
                held.place(),
                "cube '" + cube.name() + "' has no level '" + held.name() + "'",
                "Write the unique name of a level, such as "
                        + cube.hierarchies().getLast().levels().getLast().uniqueName());
    }

    private Map<StoredMeasure, String> measures(AggregateDefinition definition, JoinTree.Leaf leaf) {
        Map<StoredMeasure, String> held = new HashMap<>();
        for (StoredMeasure measure : cube.storedMeasures()) {
            if (measure.aggregation() == Aggregation.COUNT
                    && measure.sql() == null
                    && definition.countColumn() != null) {
                held.put(measure, count(definition, leaf));
            }
        }
        for (AggregateDefinition.Column column : definition.measures()) {
            String name = ElementLookup.lastName(column.name());
            if (cube.measures().childByName(null, name) instanceof StoredMeasure measure) {
                held.put(measure, quoted(leaf, column.column(), column.place()));
            } else {
                throw CatalogErrors.invalid(
                        column.place(),
                        "cube '" + cube.name() + "' has no stored measure '" + column.name() + "'",
                        Spelling.remedy(
                                name,
                                cube.storedMeasures().stream()
                                        .map(StoredMeasure::name)
                                        .toList(),
                                "Name a stored measure of the cube"));
            }
        }
        return held;
    }

    private String count(AggregateDefinition definition, JoinTree.Leaf leaf) {
        if (definition.countColumn() == null) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    "the aggregate table '" + leaf.alias() + "' needs an <AggFactCount>",
                    "Name the column that tells how many fact rows a row stands for");
        }
        return quoted(leaf, definition.countColumn(), definition.place());
    }

    private String quoted(JoinTree.Leaf leaf, String column, Place place) {
        return dialect.quote(leaf.alias()) + "."
                + dialect.quote(RelationBinder.column(leaf, column, place).name());
    }
}
