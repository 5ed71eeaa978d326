package org.shapan.engine.catalog;

import java.util.List;
import java.util.Map;

/**
 * A hierarchy of a dimension.
 *
 * @param name null for the first, which is named after its dimension
 * @param allMemberName null for {@code All <name>s}
 * @param allMemberCaptions by language tag; key {@code ""} is Mondrian's attribute
 * @param primaryKey column that the fact's foreign key refers to, null where there is no relation
 * @param relation null when the columns lie in the fact table
 * @param defaultMember name as written, or null
 * @param attributeOf for an attribute the level of the dimension's first hierarchy whose members have it, else null
 */
public record HierarchyDefinition(
        String name,
        boolean hasAll,
        String allMemberName,
        Map<String, String> allMemberCaptions,
        String allLevelName,
        String primaryKey,
        String primaryKeyTable,
        String defaultMember,
        String attributeOf,
        RelationDefinition relation,
        List<LevelDefinition> levels,
        Presentation presentation,
        Place place) {
    public HierarchyDefinition {
        allMemberCaptions = Map.copyOf(allMemberCaptions);
        levels = List.copyOf(levels);
    }
}
