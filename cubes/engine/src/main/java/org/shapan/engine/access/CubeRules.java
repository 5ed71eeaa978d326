package org.shapan.engine.access;

import java.util.LinkedHashMap;
import java.util.List;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.RoleDefinition.Access;
import org.shapan.engine.catalog.RoleDefinition.CubeGrant;
import org.shapan.engine.catalog.RoleDefinition.DimensionGrant;
import org.shapan.engine.catalog.RoleDefinition.HierarchyGrant;
import org.shapan.engine.catalog.RoleDefinition.MemberGrant;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.ElementLookup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Turns the grants of one role for one cube into a rule per hierarchy. */
final class CubeRules {
    private final Cube cube;
    private final HierarchyRule[] rules;
    private final Faults faults = new Faults();

    private CubeRules(Cube cube) {
        this.cube = cube;
        this.rules = new HierarchyRule[cube.hierarchies().size()];
    }

    /** By ordinal of the hierarchy; null where it is hidden. */
    static HierarchyRule[] everything(Cube cube) {
        CubeRules made = new CubeRules(cube);
        made.grantAll(cube.hierarchies());
        return made.rules;
    }

    /** @throws org.shapan.engine.api.EngineException CATALOG_INVALID with all that the grants name in vain */
    static HierarchyRule[] of(Cube cube, CubeGrant grant) {
        CubeRules made = new CubeRules(cube);
        if (grant.access() == Access.ALL) {
            made.grantAll(cube.hierarchies());
        }
        grant.dimensions().forEach(g -> made.faults.attempt(() -> made.apply(g)));
        grant.hierarchies().forEach(g -> made.faults.attempt(() -> made.apply(g)));
        made.faults.throwIfAny();
        return made.rules;
    }

    private void grantAll(List<Hierarchy> hierarchies) {
        hierarchies.forEach(h -> rules[h.ordinal()] = HierarchyRule.everything(h));
    }

    private void apply(DimensionGrant grant) {
        Dimension dimension = ElementLookup.dimension(cube, grant.dimension());
        if (dimension == null) {
            throw CatalogErrors.invalid(
                    grant.place(),
                    "cube '" + cube.name() + "' has no dimension '" + grant.dimension() + "' for a grant",
                    Spelling.remedy(
                            ElementLookup.lastName(grant.dimension()),
                            cube.dimensions().stream().map(Dimension::name).toList(),
                            "Name a dimension of the cube"));
        }
        dimension.hierarchies().forEach(h -> rules[h.ordinal()] = null);
        if (grant.access() == Access.ALL) {
            grantAll(dimension.hierarchies());
        }
    }

    private void apply(HierarchyGrant grant) {
        Hierarchy hierarchy = ElementLookup.hierarchy(cube, grant.hierarchy());
        if (hierarchy == null) {
            throw CatalogErrors.invalid(
                    grant.place(),
                    "cube '" + cube.name() + "' has no hierarchy '" + grant.hierarchy() + "' for a grant",
                    Spelling.remedy(
                            grant.hierarchy(),
                            cube.hierarchies().stream()
                                    .map(Hierarchy::uniqueName)
                                    .toList(),
                            "Name a hierarchy of the cube"));
        }
        rules[hierarchy.ordinal()] = switch (grant.access()) {
            case NONE -> null;
            case ALL, ALL_DIMENSIONS -> HierarchyRule.everything(hierarchy);
            case CUSTOM ->
                new HierarchyRule(
                        hierarchy,
                        depth(hierarchy, grant, grant.topLevel(), 0),
                        depth(
                                hierarchy,
                                grant,
                                grant.bottomLevel(),
                                hierarchy.levels().size() - 1),
                        grant.rollup(),
                        members(hierarchy, grant));
        };
    }

    private static int depth(Hierarchy hierarchy, HierarchyGrant grant, String name, int otherwise) {
        if (name == null) {
            return otherwise;
        }
        Level level = ElementLookup.level(hierarchy, name);
        if (level == null) {
            throw CatalogErrors.invalid(
                    grant.place(),
                    "hierarchy " + hierarchy.uniqueName() + " has no level '" + name + "' for a grant",
                    Spelling.remedy(
                            ElementLookup.lastName(name),
                            hierarchy.levels().stream().map(Level::name).toList(),
                            "Name one of its levels"));
        }
        return level.depth();
    }

    private MemberRule members(Hierarchy hierarchy, HierarchyGrant grant) {
        if (grant.members().isEmpty()) {
            return MemberRule.EVERYTHING;
        }
        LinkedHashMap<Member, Boolean> grants = new LinkedHashMap<>();
        for (MemberGrant member : grant.members()) {
            Member found = ElementLookup.member(hierarchy, member.member());
            if (found == null) {
                faults.add(CatalogErrors.invalid(
                        member.place() == null ? grant.place() : member.place(),
                        "hierarchy " + hierarchy.uniqueName() + " has no member '" + member.member() + "' for a grant",
                        Spelling.remedy(
                                ElementLookup.lastName(member.member()),
                                ElementLookup.siblings(hierarchy, member.member()),
                                "Name a member that the rows have, or take the grant out")));
            } else {
                grants.remove(found);
                grants.put(found, member.access() == Access.ALL);
            }
        }
        return new GrantedMembers(hierarchy, grants);
    }
}
