package org.shapan.engine.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.RoleDefinition.Access;
import org.shapan.engine.catalog.RoleDefinition.CubeGrant;
import org.shapan.engine.catalog.RoleDefinition.DimensionGrant;
import org.shapan.engine.catalog.RoleDefinition.HierarchyGrant;
import org.shapan.engine.catalog.RoleDefinition.MemberGrant;
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

    static HierarchyRule[] of(Cube cube, CubeGrant grant) {
        CubeRules made = new CubeRules(cube);
        if (grant.access() == Access.ALL) {
            made.grantAll(cube.hierarchies());
        }
        grant.dimensions().forEach(made::apply);
        grant.hierarchies().forEach(made::apply);
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
                    "cube '" + cube.name() + "' has no dimension '" + grant.dimension() + "' for a grant");
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
                    "cube '" + cube.name() + "' has no hierarchy '" + grant.hierarchy() + "' for a grant");
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
                    grant.place(), "hierarchy " + hierarchy.uniqueName() + " has no level '" + name + "' for a grant");
        }
        return level.depth();
    }

    private static MemberRule members(Hierarchy hierarchy, HierarchyGrant grant) {
        if (grant.members().isEmpty()) {
            return MemberRule.EVERYTHING;
        }
        LinkedHashMap<Member, Boolean> grants = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (MemberGrant member : grant.members()) {
            Member found = ElementLookup.member(hierarchy, member.member());
            if (found == null) {
                missing.add(member.member());
            } else {
                grants.remove(found);
                grants.put(found, member.access() == Access.ALL);
            }
        }
        if (!missing.isEmpty()) {
            throw CatalogErrors.invalid(
                    grant.place(),
                    "hierarchy " + hierarchy.uniqueName() + " has no member '" + missing.get(0) + "' for a grant"
                            + (missing.size() > 1 ? ", and " + (missing.size() - 1) + " more are missing" : ""));
        }
        return new GrantedMembers(hierarchy, grants);
    }
}
