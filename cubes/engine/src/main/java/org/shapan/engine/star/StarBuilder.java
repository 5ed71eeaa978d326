package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.VirtualCubeDefinition;
import org.shapan.engine.sql.SqlExecutor;

/** Binds a catalog to a database: checks that its tables and columns are there, and makes its cubes. */
public final class StarBuilder {
    private final CatalogDefinition definition;
    private final SqlExecutor sql;
    private final RelationBinder relations;
    private final HierarchyBinder hierarchies;
    private final Problems problems = new Problems();

    private StarBuilder(CatalogDefinition definition, SqlExecutor sql) {
        this.definition = requireNonNull(definition, "definition is null");
        this.sql = requireNonNull(sql, "sql is null");
        this.relations = new RelationBinder(new SchemaProbe(sql), sql.dialect());
        this.hierarchies = new HierarchyBinder(relations);
    }

    /**
     * Binds a catalog, refusing it when it does not fit.
     *
     * @return the catalog over the data as it is now; members load when they are first asked for
     * @throws org.shapan.engine.api.EngineException CATALOG_INVALID with the place when the two do not fit, SQL_FAILED and CONNECTION
     *     when the database cannot be asked
     */
    public static Catalog build(CatalogDefinition definition, SqlExecutor sql) {
        return build(definition, sql, Gaps.REFUSE);
    }

    public static Catalog build(CatalogDefinition definition, SqlExecutor sql, Gaps gaps) {
        return new StarBuilder(definition, sql).build(gaps);
    }

    private Catalog build(Gaps gaps) {
        Map<String, SharedDimension> shared = new LinkedHashMap<>();
        for (DimensionDefinition dimension : definition.dimensions()) {
            shared.put(key(dimension.name()), shared(dimension));
        }
        Map<String, BoundCube> cubes = new LinkedHashMap<>();
        for (CubeDefinition cube : definition.cubes()) {
            if (cube.enabled()) {
                BoundCube bound = problems.attempt(
                        () -> new CubeBuilder(definition, cube, shared, sql, relations, hierarchies, problems).build());
                if (bound != null) {
                    cubes.put(key(cube.name()), bound);
                }
            }
        }
        List<Cube> all = new ArrayList<>(cubes.values());
        for (VirtualCubeDefinition cube : definition.virtualCubes()) {
            if (cube.enabled()) {
                BoundCube bound = problems.attempt(() -> new VirtualCubeBuilder(definition, cube, cubes).build());
                if (bound != null) {
                    all.add(bound);
                }
            }
        }
        if (gaps == Gaps.REFUSE) {
            problems.throwIfAny();
        }
        return new Catalog(definition, all, problems.found());
    }

    private SharedDimension shared(DimensionDefinition dimension) {
        List<SharedDimension.Source> sources = new ArrayList<>();
        for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
            MemberTable table = hierarchy.relation() == null
                    ? null
                    : problems.attempt(() -> new MemberTable(hierarchies.source(hierarchy, dimension.name()), sql));
            sources.add(new SharedDimension.Source(table, hierarchy.relation() != null && table == null));
        }
        return new SharedDimension(dimension, sources);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
