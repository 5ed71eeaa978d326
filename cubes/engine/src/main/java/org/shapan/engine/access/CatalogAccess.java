package org.shapan.engine.access;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.RoleDefinition;
import org.shapan.engine.catalog.RoleDefinition.Access;
import org.shapan.engine.catalog.RoleDefinition.CubeGrant;
import org.shapan.engine.catalog.RoleDefinition.SchemaGrant;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;

/**
 * A catalog as a role, or the union of several, sees it. Immutable and thread-safe; worth keeping as long as the catalog, since it
 * remembers what it found out about members.
 */
public final class CatalogAccess {
    private final Catalog catalog;
    private final Map<Cube, CubeAccess> cubes;

    private CatalogAccess(Catalog catalog, Map<Cube, CubeAccess> cubes) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.cubes = cubes;
    }

    /** Everything. */
    public static CatalogAccess full(Catalog catalog) {
        Map<Cube, CubeAccess> cubes = new LinkedHashMap<>();
        catalog.cubes().forEach(c -> cubes.put(c, new FullAccess(c)));
        return new CatalogAccess(catalog, cubes);
    }

    /** Everything of one cube. */
    public static CubeAccess full(Cube cube) {
        return new FullAccess(cube);
    }

    /**
     * The union of roles of the catalog.
     *
     * @throws EngineException CONNECTION when there is no such role, CATALOG_INVALID when a grant names what is not there
     */
    public static CatalogAccess named(Catalog catalog, List<String> roles) {
        return of(catalog, roles.stream().map(r -> role(catalog, r)).toList());
    }

    private static RoleDefinition role(Catalog catalog, String name) {
        List<RoleDefinition> known = catalog.definition().roles();
        return known.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        OlapErrorCode.CONNECTION,
                        "The catalog '" + catalog.name() + "' has no role '" + name + "'; it has "
                                + (known.isEmpty()
                                        ? "none"
                                        : known.stream()
                                                .map(RoleDefinition::name)
                                                .collect(Collectors.joining(", ")))));
    }

    /**
     * The union of roles, of the catalog or made in code.
     *
     * @param roles at least one
     * @throws EngineException CATALOG_INVALID when a grant names what is not there
     */
    public static CatalogAccess of(Catalog catalog, List<RoleDefinition> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles are empty");
        }
        Faults faults = new Faults();
        List<RoleDefinition> simple = new ArrayList<>();
        roles.forEach(r -> flatten(catalog, r, simple, new ArrayList<>()));
        Map<Cube, CubeAccess> cubes = new LinkedHashMap<>();
        for (Cube cube : catalog.cubes()) {
            CubeAccess access = faults.attempt(() -> access(cube, simple));
            if (access != null) {
                cubes.put(cube, access);
            }
        }
        simple.forEach(r -> checkCubes(catalog, r, faults));
        faults.throwIfAny();
        return new CatalogAccess(catalog, cubes);
    }

    private static void flatten(Catalog catalog, RoleDefinition role, List<RoleDefinition> simple, List<String> path) {
        if (path.contains(role.name())) {
            throw CatalogErrors.invalid(
                    role.place(),
                    "role '" + role.name() + "' is made of itself: " + String.join(" → ", path),
                    "Take one of the RoleUsage out");
        }
        if (role.union().isEmpty()) {
            simple.add(role);
            return;
        }
        path.add(role.name());
        for (String part : role.union()) {
            flatten(catalog, role(catalog, part), simple, path);
        }
        path.remove(path.size() - 1);
    }

    private static void checkCubes(Catalog catalog, RoleDefinition role, Faults faults) {
        for (SchemaGrant schema : role.grants()) {
            for (CubeGrant grant : schema.cubes()) {
                boolean disabled = catalog.definition().cubes().stream()
                        .anyMatch(c -> c.name().equalsIgnoreCase(grant.cube()));
                if (catalog.cube(grant.cube()).isEmpty() && !disabled) {
                    faults.add(CatalogErrors.invalid(
                            grant.place(),
                            "role '" + role.name() + "': there is no cube '" + grant.cube() + "'",
                            Spelling.remedy(
                                    grant.cube(),
                                    catalog.cubes().stream().map(Cube::name).toList(),
                                    "Name a cube of the catalog")));
                }
            }
        }
    }

    /** Null when none of the roles sees the cube. */
    private static CubeAccess access(Cube cube, List<RoleDefinition> roles) {
        List<HierarchyRule[]> perRole = new ArrayList<>();
        boolean visible = false;
        for (RoleDefinition role : roles) {
            for (SchemaGrant schema : role.grants()) {
                Optional<CubeGrant> grant = schema.cubes().stream()
                        .filter(g -> g.cube().equalsIgnoreCase(cube.name()))
                        .reduce((first, last) -> last);
                if (grant.isPresent()) {
                    visible |= grant.get().access() != Access.NONE;
                    perRole.add(CubeRules.of(cube, grant.get()));
                } else if (schema.access() == Access.ALL) {
                    visible = true;
                    perRole.add(CubeRules.everything(cube));
                }
            }
        }
        return visible ? union(cube, perRole) : null;
    }

    private static CubeAccess union(Cube cube, List<HierarchyRule[]> perRole) {
        HierarchyRule[] rules = new HierarchyRule[cube.hierarchies().size()];
        boolean full = true;
        for (int i = 0; i < rules.length; i++) {
            List<HierarchyRule> seen = new ArrayList<>();
            for (HierarchyRule[] role : perRole) {
                if (role[i] != null) {
                    seen.add(role[i]);
                }
            }
            rules[i] = seen.isEmpty() ? null : HierarchyRule.union(seen);
            full &= rules[i] != null && rules[i].isEverything();
        }
        return full ? new FullAccess(cube) : new RoleAccess(cube, rules);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Cubes that are seen, in order of the catalog. */
    public List<Cube> cubes() {
        return List.copyOf(cubes.keySet());
    }

    /** A cube that is seen, by name without regard to case; empty when it is hidden or there is none. */
    public Optional<CubeAccess> cube(String name) {
        return cubes.entrySet().stream()
                .filter(e -> e.getKey().name().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
