package org.shapan.engine.access;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.catalog.RoleDefinition;
import org.shapan.engine.catalog.RoleDefinition.Access;
import org.shapan.engine.catalog.RoleDefinition.CubeGrant;
import org.shapan.engine.catalog.RoleDefinition.HierarchyGrant;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.engine.catalog.RoleDefinition.SchemaGrant;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.ElementLookup;
import org.shapan.engine.star.Hierarchy;

/** Makes the role of a person who may see only some members: of a branch manager, for instance. */
public final class ScopeRole {
    private ScopeRole() {}

    /**
     * A restriction of one dimension.
     *
     * @param hierarchies unique names that the hierarchy has in one cube or the other, at least one
     * @param rollup how members above the granted ones get their value
     * @param members at least one; unique names under the first of {@code hierarchies}; they are seen with all below them
     * @param hidden unique names of hierarchies that arrange the restricted members in another way, such as by another date, and are not
     *     seen at all; empty for none; a cube that lacks one is not affected
     */
    public record Scope(List<String> hierarchies, Rollup rollup, List<String> members, List<String> hidden) {
        public Scope {
            hierarchies = List.copyOf(hierarchies);
            members = List.copyOf(members);
            hidden = List.copyOf(hidden);
            if (hierarchies.isEmpty() || members.isEmpty()) {
                // no member at all would read as no restriction at all
                throw new IllegalArgumentException(
                        "a scope needs a hierarchy and a member: " + hierarchies + ", " + members);
            }
        }
    }

    /**
     * A role that sees every cube within the scopes. A cube that lacks a restricted hierarchy is hidden: its numbers could not be
     * restricted.
     *
     * @param scopes all of them count at once
     */
    public static RoleDefinition of(Catalog catalog, String name, List<Scope> scopes) {
        List<CubeGrant> grants = new ArrayList<>();
        for (Cube cube : catalog.cubes()) {
            List<HierarchyGrant> restricted = new ArrayList<>();
            for (Scope scope : scopes) {
                HierarchyGrant grant = grant(cube, scope);
                if (grant != null) {
                    restricted.add(grant);
                }
            }
            boolean all = restricted.size() == scopes.size();
            scopes.stream()
                    .flatMap(scope -> scope.hidden().stream())
                    .filter(hidden -> ElementLookup.hierarchy(cube, hidden) != null)
                    .forEach(hidden -> restricted.add(HierarchyGrant.none(hidden)));
            grants.add(new CubeGrant(
                    cube.name(), all ? Access.ALL : Access.NONE, List.of(), all ? restricted : List.of(), null));
        }
        return RoleDefinition.of(name, new SchemaGrant(Access.NONE, grants));
    }

    /** Null when the cube lacks the hierarchy. */
    private static HierarchyGrant grant(Cube cube, Scope scope) {
        String first = scope.hierarchies().get(0);
        for (String name : scope.hierarchies()) {
            Hierarchy hierarchy = ElementLookup.hierarchy(cube, name);
            if (hierarchy != null) {
                List<String> members = scope.members().stream()
                        .map(m -> m.startsWith(first) ? hierarchy.uniqueName() + m.substring(first.length()) : m)
                        .toList();
                return HierarchyGrant.members(hierarchy.uniqueName(), scope.rollup(), members);
            }
        }
        return null;
    }
}
