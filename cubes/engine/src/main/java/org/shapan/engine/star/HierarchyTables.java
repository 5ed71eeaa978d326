package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/**
 * Where the rows of a hierarchy lie, for those who look at the rows themselves.
 *
 * @param definition what the catalog says
 * @param joins how its tables refer to each other, from the one that facts refer to outward; empty for a single table
 * @param levels without the all level, from the top
 */
public record HierarchyTables(HierarchyDefinition definition, List<Reference> joins, List<LevelRows> levels) {
    public HierarchyTables {
        joins = List.copyOf(joins);
        levels = List.copyOf(levels);
    }

    /**
     * One level: {@code SELECT key, … <from>} reads its rows.
     *
     * @param depth of the level in the hierarchy
     * @param from FROM with its joins and WHERE
     * @param above SQL of the keys of the levels above, from the top
     * @param name SQL of the name, null where the key is the name
     * @param parent SQL of the key of the parent in a parent-child level, else null
     */
    public record LevelRows(
            LevelDefinition definition,
            int depth,
            DataType keyType,
            String from,
            String key,
            List<String> above,
            String name,
            String parent) {
        public LevelRows {
            above = List.copyOf(above);
        }
    }

    /** Of a hierarchy of a catalog; empty for measures. */
    public static Optional<HierarchyTables> of(Hierarchy hierarchy, Dialect dialect) {
        if (!(hierarchy instanceof BoundHierarchy bound)) {
            return Optional.empty();
        }
        HierarchySource source = bound.table().source();
        List<LevelRows> levels = new ArrayList<>();
        for (int i = 0; i < source.levels().size(); i++) {
            levels.add(rows(source, bound.definition().levels().get(i), i, dialect));
        }
        return Optional.of(new HierarchyTables(bound.definition(), joins(source.tree()), levels));
    }

    /** How facts refer to a hierarchy of their cube; empty where its columns lie in the fact table. */
    public static Optional<Reference> reference(FactGroup facts, Hierarchy hierarchy) {
        return facts instanceof BoundFactGroup bound && !hierarchy.isMeasures()
                ? bound.reference(hierarchy)
                : Optional.empty();
    }

    private static LevelRows rows(HierarchySource source, LevelDefinition definition, int index, Dialect dialect) {
        LevelSource level = source.levels().get(index);
        List<SqlExpression> above =
                source.levels().subList(0, index).stream().map(LevelSource::key).toList();
        Set<String> aliases = new LinkedHashSet<>(level.key().aliases());
        above.forEach(key -> aliases.addAll(key.aliases()));
        if (level.name() != null) {
            aliases.addAll(level.name().aliases());
        }
        if (level.parent() != null) {
            aliases.addAll(level.parent().aliases());
        }
        return new LevelRows(
                definition,
                source.firstDepth() + index,
                level.key().type(),
                source.fromWhere(aliases),
                text(level.key(), dialect),
                above.stream().map(key -> text(key, dialect)).toList(),
                text(level.name(), dialect),
                text(level.parent(), dialect));
    }

    private static String text(SqlExpression expression, Dialect dialect) {
        return expression == null ? null : expression.sql(UnaryOperator.identity(), dialect);
    }

    private static List<Reference> joins(JoinTree tree) {
        List<Reference> joins = new ArrayList<>();
        for (String alias :
                tree.reach(tree.leaves().stream().map(JoinTree.Leaf::alias).toList())) {
            JoinTree.Edge edge = tree.edgeTo(alias);
            if (edge != null) {
                joins.add(new Reference(
                        side(tree.leaf(edge.parent()), edge.parentColumn()),
                        side(tree.leaf(alias), edge.childColumn()),
                        tree.leaf(alias).place()));
            }
        }
        return joins;
    }

    private static Reference.Side side(JoinTree.Leaf leaf, String column) {
        return Reference.Side.of(leaf, leaf.columns().find(column));
    }
}
