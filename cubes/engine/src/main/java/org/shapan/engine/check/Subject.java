package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Reference;

/** What is checked: a catalog as far as it fits its database, and that database. */
record Subject(Catalog catalog, Rows rows, CheckLimits limits) {
    CatalogDefinition definition() {
        return catalog.definition();
    }

    List<Cube> baseCubes() {
        return catalog.cubes().stream().filter(c -> !c.isVirtual()).toList();
    }

    List<FactGroup> facts() {
        return baseCubes().stream().map(c -> c.factGroups().get(0)).toList();
    }

    /** Each hierarchy once, as the first cube uses it that does; without measures. */
    Map<Hierarchy, HierarchyTables> hierarchies() {
        Map<Object, Hierarchy> first = new LinkedHashMap<>();
        Map<Hierarchy, HierarchyTables> found = new LinkedHashMap<>();
        for (Cube cube : baseCubes()) {
            for (Hierarchy hierarchy : cube.hierarchies()) {
                HierarchyTables.of(hierarchy, rows.dialect()).ifPresent(tables -> {
                    if (first.putIfAbsent(tables.definition().place(), hierarchy) == null) {
                        found.put(hierarchy, tables);
                    }
                });
            }
        }
        return found;
    }

    /** Each level of each hierarchy, from the top. */
    void eachLevel(BiConsumer<Hierarchy, HierarchyTables.LevelRows> visitor) {
        hierarchies()
                .forEach((hierarchy, tables) -> tables.levels().forEach(level -> visitor.accept(hierarchy, level)));
    }

    /** How facts refer to dimensions. */
    List<Reference> factReferences() {
        List<Reference> references = new ArrayList<>();
        for (FactGroup group : facts()) {
            for (Hierarchy hierarchy : group.baseCube().hierarchies()) {
                HierarchyTables.reference(group, hierarchy).ifPresent(references::add);
            }
        }
        return references;
    }

    /** All references: of facts to dimensions and inside snowflakes. */
    List<Reference> references() {
        Set<Reference> references = new LinkedHashSet<>(factReferences());
        hierarchies().values().forEach(tables -> references.addAll(tables.joins()));
        return List.copyOf(references);
    }

    /** Whether the members of a level are few enough to be read. */
    boolean isReadable(HierarchyTables.LevelRows level) {
        Object[] count = rows.one("SELECT COUNT(*) FROM (SELECT DISTINCT " + level.key() + " AS "
                + rows.dialect().quote("k") + " " + level.from() + ") AS "
                + rows.dialect().quote("d"));
        return Rows.whole(count[0]) <= limits.members();
    }

    static Level level(Hierarchy hierarchy, HierarchyTables.LevelRows rows) {
        return hierarchy.levels().get(rows.depth());
    }
}
