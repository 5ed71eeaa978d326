package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.engine.catalog.ColumnExpression;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.CubeDimension;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.DimensionUsageDefinition;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.warehouse.star.CiWarehouse;

/** The data under the catalog: what the engine takes for granted when it joins, names and rolls up. */
class TelecomStarTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private final Telecom telecom = new Telecom();

    @Test
    void noFactRowFallsOutOfADimension() {
        for (CubeDefinition cube : telecom.catalog().cubes()) {
            String fact = name(cube.fact());
            for (CubeDimension dimension : cube.dimensions()) {
                DimensionUsageDefinition usage = (DimensionUsageDefinition) dimension;
                if (usage.foreignKey() == null) {
                    continue; // calculations along time have no table
                }
                HierarchyDefinition hierarchy =
                        dimension(usage.source()).hierarchies().getFirst();
                String key = usage.level() == null ? hierarchy.primaryKey() : key(level(hierarchy, usage.level()));

                assertThat(WAREHOUSE.rows("SELECT %1$s FROM %2$s WHERE %1$s NOT IN (SELECT %3$s FROM %4$s) LIMIT 1"
                                .formatted(usage.foreignKey(), fact, key, from(hierarchy))))
                        .as("%s.%s in %s", fact, usage.foreignKey(), usage.source())
                        .isEmpty();
            }
        }
    }

    @Test
    void aUniqueKeyHasOneParentAndOneName() {
        forEachLevel((hierarchy, ancestors, level) -> {
            if (level.unique()) {
                List<String> fixed = new ArrayList<>(ancestors);
                fixed.add(column(level.nameExpression()));
                assertThat(WAREHOUSE.rows(
                                "SELECT %1$s FROM %2$s GROUP BY %1$s HAVING count(DISTINCT (%3$s)) > 1 LIMIT 1"
                                        .formatted(key(level), from(hierarchy), String.join(", ", fixed))))
                        .as("level %s", level.name())
                        .isEmpty();
            }
        });
    }

    @Test
    void siblingsHaveDifferentNames() {
        forEachLevel((hierarchy, ancestors, level) -> {
            List<String> place = new ArrayList<>(ancestors);
            place.add(column(level.nameExpression()));
            assertThat(WAREHOUSE.rows("SELECT %1$s FROM %2$s GROUP BY %1$s HAVING count(DISTINCT %3$s) > 1 LIMIT 1"
                            .formatted(String.join(", ", place), from(hierarchy), key(level))))
                    .as("level %s", level.name())
                    .isEmpty();
        });
    }

    @Test
    void everyMemberHasACaptionInBothLanguages() {
        forEachLevel((hierarchy, ancestors, level) -> {
            for (ColumnExpression caption :
                    List.of(level.caption(), level.captionColumns().get("zh"))) {
                assertThat(WAREHOUSE.rows("SELECT 1 FROM %s WHERE coalesce(%s, '') = '' LIMIT 1"
                                .formatted(from(hierarchy), column(caption))))
                        .as("level %s", level.name())
                        .isEmpty();
            }
        });
    }

    private interface LevelCheck {
        void check(HierarchyDefinition hierarchy, List<String> ancestorKeys, LevelDefinition level);
    }

    private void forEachLevel(LevelCheck check) {
        for (DimensionDefinition dimension : telecom.dimensions()) {
            for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
                List<String> ancestors = new ArrayList<>();
                for (LevelDefinition level : hierarchy.levels()) {
                    check.check(hierarchy, List.copyOf(ancestors), level);
                    ancestors.add(key(level));
                }
            }
        }
    }

    private DimensionDefinition dimension(String name) {
        return telecom.dimensions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LevelDefinition level(HierarchyDefinition hierarchy, String name) {
        return hierarchy.levels().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String key(LevelDefinition level) {
        return column(level.key());
    }

    private static String column(ColumnExpression expression) {
        ColumnExpression.Column column = (ColumnExpression.Column) expression;
        return column.table() == null ? column.name() : column.table() + "." + column.name();
    }

    private static String from(HierarchyDefinition hierarchy) {
        return hierarchy.relation() instanceof RelationDefinition.Join join
                ? "%s JOIN %s ON %1$s.%3$s = %2$s.%4$s"
                        .formatted(name(join.left()), name(join.right()), join.leftKey(), join.rightKey())
                : name(hierarchy.relation());
    }

    private static String name(RelationDefinition relation) {
        return ((RelationDefinition.Table) relation).name();
    }
}
