package org.shapan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.access.ScopeRole;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.api.DataVersions;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.RoleDefinition;
import org.shapan.engine.olap4j.OlapServer;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Gaps;
import org.shapan.engine.star.StarBuilder;

/** A catalog bound to one data version, with what each set of roles sees of it. Immutable but for that memory. Thread-safe. */
final class LoadedCatalog {
    private final String name;
    private final CatalogDefinition definition;
    private final Gaps gaps;
    private final Map<String, List<Scope>> scopes;
    private final Catalog catalog;
    private final long dataVersion;
    private final ConcurrentMap<List<String>, View> views = new ConcurrentHashMap<>();

    private LoadedCatalog(String name, Gaps gaps, Map<String, List<Scope>> scopes, Catalog catalog, long dataVersion) {
        this.name = name;
        this.definition = catalog.definition();
        this.gaps = gaps;
        this.scopes = Map.copyOf(scopes);
        this.catalog = catalog;
        this.dataVersion = dataVersion;
    }

    /** Binds a catalog to a data version. */
    static LoadedCatalog of(
            String name,
            CatalogDefinition definition,
            Gaps gaps,
            SqlExecutor sql,
            DataVersions versions,
            long version) {
        Catalog bound = StarBuilder.build(definition, sql, gaps, table -> versions.table(version, table));
        return new LoadedCatalog(name, gaps, Map.of(), bound, version);
    }

    /**
     * The same, bound to a later data version, or again to the tables of this one. Ids of members go on in a later version only: within
     * one, cells are kept under its number, and those of queries still under way must not be taken for cells of the new members.
     */
    LoadedCatalog rebound(SqlExecutor sql, DataVersions versions, long version) {
        Catalog later = version == dataVersion
                ? StarBuilder.build(definition, sql, gaps, table -> versions.table(version, table))
                : StarBuilder.rebuild(
                        catalog,
                        sql,
                        gaps,
                        table -> versions.table(version, table),
                        table -> versions.change(table, dataVersion, version));
        LoadedCatalog rebound = new LoadedCatalog(name, gaps, scopes, later, version);
        rebound.compileFormulas(); // the catalog was checked when it was loaded
        rebound.resolveRoles();
        return rebound;
    }

    /** What another reading of the catalog makes of it; roles made at run time stay. */
    LoadedCatalog redefined(CatalogDefinition newDefinition, SqlExecutor sql, DataVersions versions, long version) {
        Catalog bound = StarBuilder.build(newDefinition, sql, gaps, table -> versions.table(version, table));
        return new LoadedCatalog(name, gaps, scopes, bound, version);
    }

    /** The same with one role more, or another in its place. */
    LoadedCatalog withScopes(String role, List<Scope> newScopes) {
        Map<String, List<Scope>> all = new HashMap<>(scopes);
        all.put(role, List.copyOf(newScopes));
        return new LoadedCatalog(name, gaps, all, catalog, dataVersion);
    }

    /** All cubes, whoever may see them. */
    List<Cube> cubes() {
        return catalog.cubes();
    }

    String name() {
        return name;
    }

    CatalogDefinition definition() {
        return definition;
    }

    /** Names of the roles made at run time. */
    List<String> scopeNames() {
        return scopes.keySet().stream().sorted().toList();
    }

    /** What was left out because it does not fit the database. */
    List<String> notices() {
        return catalog.notices();
    }

    /**
     * Checks formulas that nobody has asked for yet, unless what does not fit is left out.
     *
     * @throws EngineException CATALOG_INVALID with all that is wrong
     */
    LoadedCatalog checked() {
        Faults faults = compileFormulas();
        if (gaps == Gaps.REFUSE) {
            faults.throwIfAny();
        }
        resolveRoles();
        return this;
    }

    /** Reads the members that formulas name, so that the first query need not; answers what is wrong with them. */
    private Faults compileFormulas() {
        Faults faults = new Faults();
        catalog.cubes().forEach(cube -> new CubeFormulas(CatalogAccess.full(cube)).checkCatalog(faults));
        return faults;
    }

    /** Reads the members that roles name. One that names what is not there is refused to whoever connects with it. */
    private void resolveRoles() {
        for (RoleDefinition role : definition.roles()) {
            try {
                view(List.of(role.name()));
            } catch (EngineException e) {
                if (!Faults.isFault(e)) {
                    throw e;
                }
            }
        }
    }

    long dataVersion() {
        return dataVersion;
    }

    List<String> roleNames() {
        List<String> names = new ArrayList<>();
        definition.roles().forEach(role -> names.add(role.name()));
        names.addAll(scopeNames());
        return names;
    }

    /** @param roles empty for the default role of the catalog, which sees everything where there is none */
    View view(List<String> roles) {
        List<String> effective =
                roles.isEmpty() && definition.defaultRole() != null ? List.of(definition.defaultRole()) : roles;
        return views.computeIfAbsent(List.copyOf(effective), View::new);
    }

    private RoleDefinition role(String roleName) {
        List<Scope> own = scopes.get(roleName);
        if (own != null) {
            return ScopeRole.of(catalog, roleName, own);
        }
        return definition.roles().stream()
                .filter(role -> role.name().equals(roleName))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        OlapErrorCode.CONNECTION,
                        "Catalog " + name + " has no role '" + roleName + "'; it has " + roleNames()));
    }

    /** What a union of roles sees. */
    final class View implements OlapServer.CatalogView {
        private final CatalogAccess access;
        private final List<String> roles;

        View(List<String> roleNames) {
            this.roles = roleNames;
            this.access = roleNames.isEmpty()
                    ? CatalogAccess.full(catalog)
                    : CatalogAccess.of(
                            catalog,
                            roleNames.stream().map(LoadedCatalog.this::role).toList());
        }

        LoadedCatalog loaded() {
            return LoadedCatalog.this;
        }

        List<String> roles() {
            return roles;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Cube> cubes() {
            return access.cubes();
        }

        @Override
        public Set<String> sharedDimensions() {
            return definition.dimensions().stream()
                    .map(DimensionDefinition::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String folder(String path, Locale locale) {
            return path == null ? null : definition.folder(path, locale);
        }

        @Override
        public long dataVersion() {
            return dataVersion;
        }

        @Override
        public boolean isUnrestricted() {
            return roles.isEmpty();
        }

        @Override
        public CubeAccess access(Cube cube) {
            return access(cube.name());
        }

        /**
         * @throws EngineException MDX_UNKNOWN_NAME, also for a cube that the roles may not see
         */
        CubeAccess access(String cubeName) {
            return access.cube(cubeName)
                    .orElseThrow(() -> new EngineException(
                            OlapErrorCode.MDX_UNKNOWN_NAME,
                            "Catalog " + name + " has no cube '" + cubeName + "'; it has "
                                    + access.cubes().stream().map(Cube::name).toList()));
        }
    }
}
