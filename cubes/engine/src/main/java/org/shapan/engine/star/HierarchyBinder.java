package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.ColumnExpression;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.catalog.LevelPropertyDefinition;

/** Binds hierarchies to their relations. */
final class HierarchyBinder {
    private final RelationBinder relations;

    HierarchyBinder(RelationBinder relations) {
        this.relations = relations;
    }

    /** A hierarchy with relations of its own. */
    HierarchySource source(HierarchyDefinition definition, String dimension) {
        JoinTree tree = relations.tree(definition.relation(), definition.primaryKeyTable(), definition.place());
        return source(definition, dimension, tree, primaryKey(definition, tree));
    }

    /** As in Mondrian, without a primaryKey facts refer to the key of the last level. */
    private static TableColumns.Column primaryKey(HierarchyDefinition definition, JoinTree tree) {
        if (definition.primaryKey() != null) {
            return RelationBinder.column(tree.root(), definition.primaryKey(), definition.place());
        }
        LevelDefinition last = definition.levels().get(definition.levels().size() - 1);
        return last.key() instanceof ColumnExpression.Column c
                ? tree.root().columns().find(c.name())
                : null;
    }

    /** A degenerate hierarchy: its columns lie in the fact table. */
    HierarchySource source(HierarchyDefinition definition, String dimension, JoinTree.Leaf fact) {
        return source(definition, dimension, JoinTree.single(fact), null);
    }

    private HierarchySource source(
            HierarchyDefinition definition, String dimension, JoinTree tree, TableColumns.Column primaryKey) {
        Faults faults = new Faults();
        List<LevelSource> levels = new ArrayList<>();
        LevelDefinition above = null;
        for (LevelDefinition level : definition.levels()) {
            if (above != null && above.parent() != null) {
                faults.add(CatalogErrors.invalid(
                        level.place(),
                        "no level can stand below the parent-child level '" + above.name() + "'",
                        "Put it above, or into a hierarchy of its own"));
            }
            faults.attempt(() -> levels.add(level(level, tree, dimension)));
            above = level;
        }
        faults.throwIfAny();
        return new HierarchySource(tree, primaryKey, definition.hasAll(), levels, relations);
    }

    private LevelSource level(LevelDefinition level, JoinTree tree, String dimension) {
        String what = "level '" + level.name() + "' of dimension '" + dimension + "'";
        SqlExpression key = relations.expression(level.key(), tree, null, what);
        String table = key instanceof SqlExpression.Column c ? c.alias() : null;
        Map<String, SqlExpression> captions = new HashMap<>();
        if (level.caption() != null) {
            captions.put("", relations.expression(level.caption(), tree, table, what));
        }
        level.captionColumns().forEach((locale, c) -> captions.put(locale, relations.expression(c, tree, table, what)));
        List<LevelSource.PropertySource> properties = new ArrayList<>();
        for (LevelPropertyDefinition property : level.properties()) {
            ColumnExpression column = property.column();
            properties.add(new LevelSource.PropertySource(
                    property.name(),
                    relations.expression(column, tree, table, "property '" + property.name() + "' of " + what)));
        }
        if (level.closure() != null) {
            JoinTree.Leaf closure = relations.leaf(level.closure().table());
            RelationBinder.column(
                    closure, level.closure().parentColumn(), level.closure().place());
            RelationBinder.column(
                    closure, level.closure().childColumn(), level.closure().place());
        }
        return new LevelSource(
                level.name(),
                key,
                relations.expression(level.nameExpression(), tree, table, what),
                relations.expression(level.ordinal(), tree, table, what),
                Map.copyOf(captions),
                relations.expression(level.parent(), tree, table, what),
                level.nullParentValue(),
                level.hideMemberIf(),
                level.unique(),
                List.copyOf(properties),
                level.place());
    }
}
