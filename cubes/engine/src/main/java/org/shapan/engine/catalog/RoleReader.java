package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.RoleDefinition.Access;
import org.shapan.engine.catalog.RoleDefinition.CubeGrant;
import org.shapan.engine.catalog.RoleDefinition.DimensionGrant;
import org.shapan.engine.catalog.RoleDefinition.HierarchyGrant;
import org.shapan.engine.catalog.RoleDefinition.MemberGrant;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.engine.catalog.RoleDefinition.SchemaGrant;

/** Reads roles and their grants. */
final class RoleReader {
    private static final Map<String, Access> ACCESS = Map.of(
            "all", Access.ALL,
            "custom", Access.CUSTOM,
            "none", Access.NONE,
            "all_dimensions", Access.ALL_DIMENSIONS);
    private static final Map<String, Rollup> ROLLUP =
            Map.of("full", Rollup.FULL, "partial", Rollup.PARTIAL, "hidden", Rollup.HIDDEN);

    private RoleReader() {}

    static RoleDefinition role(XmlElement element) {
        List<String> union = new ArrayList<>();
        for (XmlElement list : element.children("Union")) {
            for (XmlElement usage : list.children("RoleUsage")) {
                union.add(usage.required("roleName"));
            }
        }
        List<SchemaGrant> grants = new ArrayList<>();
        for (XmlElement grant : element.children("SchemaGrant")) {
            grants.add(schemaGrant(grant));
        }
        if (!union.isEmpty() && !grants.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "<Role> has either <Union> or <SchemaGrant>, not both");
        }
        RoleDefinition role = new RoleDefinition(element.required("name"), union, grants, element.place());
        Texts.of(element);
        return role;
    }

    private static SchemaGrant schemaGrant(XmlElement element) {
        List<CubeGrant> cubes = new ArrayList<>();
        for (XmlElement cube : element.children("CubeGrant")) {
            cubes.add(cubeGrant(cube));
        }
        return new SchemaGrant(access(element), cubes);
    }

    private static CubeGrant cubeGrant(XmlElement element) {
        List<DimensionGrant> dimensions = new ArrayList<>();
        for (XmlElement dimension : element.children("DimensionGrant")) {
            dimensions.add(new DimensionGrant(dimension.required("dimension"), access(dimension), dimension.place()));
        }
        List<HierarchyGrant> hierarchies = new ArrayList<>();
        for (XmlElement hierarchy : element.children("HierarchyGrant")) {
            hierarchies.add(hierarchyGrant(hierarchy));
        }
        return new CubeGrant(element.required("cube"), access(element), dimensions, hierarchies, element.place());
    }

    private static HierarchyGrant hierarchyGrant(XmlElement element) {
        List<MemberGrant> members = new ArrayList<>();
        for (XmlElement member : element.children("MemberGrant")) {
            members.add(new MemberGrant(member.required("member"), access(member), member.place()));
        }
        Access access = access(element);
        String topLevel = element.attribute("topLevel");
        String bottomLevel = element.attribute("bottomLevel");
        if (access != Access.CUSTOM && (topLevel != null || bottomLevel != null || !members.isEmpty())) {
            throw CatalogErrors.invalid(
                    element.place(),
                    "topLevel, bottomLevel and <MemberGrant> need access=\"custom\" of their <HierarchyGrant>");
        }
        return new HierarchyGrant(
                element.required("hierarchy"),
                access,
                topLevel,
                bottomLevel,
                element.choice("rollupPolicy", ROLLUP, Rollup.FULL),
                members,
                element.place());
    }

    private static Access access(XmlElement element) {
        element.required("access");
        return element.choice("access", ACCESS, null);
    }
}
