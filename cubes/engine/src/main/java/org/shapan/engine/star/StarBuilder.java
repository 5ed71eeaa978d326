package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.VirtualCubeDefinition;
import org.shapan.engine.sql.SqlExecutor;

/** Binds a catalog to a database: checks that its tables and columns are there, and makes its cubes. */
public final class StarBuilder {
    private final CatalogDefinition definition;
    private final SqlExecutor sql;
    private final Continuation continuation;
    private final RelationBinder relations;
    private final HierarchyBinder hierarchies;
    private final Faults faults = new Faults();

    private StarBuilder(
            CatalogDefinition definition, SqlExecutor sql, UnaryOperator<String> tables, Continuation continuation) {
        this.definition = requireNonNull(definition, "definition is null");
        this.sql = requireNonNull(sql, "sql is null");
        this.continuation = continuation;
        this.relations = new RelationBinder(new SchemaProbe(sql), sql.dialect(), tables);
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
        return build(definition, sql, gaps, UnaryOperator.identity());
    }

    /** @param tables name in the database, by that in the catalog */
    public static Catalog build(
            CatalogDefinition definition, SqlExecutor sql, Gaps gaps, UnaryOperator<String> tables) {
        return new StarBuilder(definition, sql, tables, Continuation.none()).build(gaps);
    }

    /**
     * Binds a catalog again, to a later data version. Members keep their ids, fact groups theirs.
     *
     * @param tables name in the database of the new version, by that in the catalog
     * @param changes what became of a table of the catalog since {@code earlier}
     */
    public static Catalog rebuild(
            Catalog earlier,
            SqlExecutor sql,
            Gaps gaps,
            UnaryOperator<String> tables,
            Function<String, TableChange> changes) {
        return new StarBuilder(earlier.definition(), sql, tables, Continuation.of(earlier.continuation(), changes))
                .build(gaps);
    }

    private Catalog build(Gaps gaps) {
        Map<String, SharedDimension> shared = new LinkedHashMap<>();
        for (DimensionDefinition dimension : definition.dimensions()) {
            shared.put(key(dimension.name()), shared(dimension));
        }
        List<NamedSet> sets = FormulaBinder.parse(definition.namedSets(), faults);
        Map<String, BoundCube> cubes = new LinkedHashMap<>();
        for (CubeDefinition cube : definition.cubes()) {
            if (cube.enabled()) {
                BoundCube bound = faults.attempt(() -> new CubeBuilder(
                                definition, cube, shared, sql, relations, hierarchies, continuation, sets, faults)
                        .build());
                if (bound != null) {
                    cubes.put(key(cube.name()), bound);
                }
            }
        }
        List<Cube> all = new ArrayList<>(cubes.values());
        for (VirtualCubeDefinition cube : definition.virtualCubes()) {
            if (cube.enabled()) {
                BoundCube bound =
                        faults.attempt(() -> new VirtualCubeBuilder(definition, cube, cubes, sets, faults).build());
                if (bound != null) {
                    all.add(bound);
                }
            }
        }
        if (gaps == Gaps.REFUSE) {
            faults.throwIfAny();
        }
        return new Catalog(definition, all, faults.found(), continuation);
    }

    private SharedDimension shared(DimensionDefinition dimension) {
        List<SharedDimension.Source> sources = new ArrayList<>();
        for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
            String owner = dimension.name() + "/" + sources.size();
            MemberTable table = hierarchy.relation() == null
                    ? null
                    : faults.attempt(() -> continuation.members(
                            owner, hierarchy.relation(), hierarchies.source(hierarchy, dimension.name()), sql));
            sources.add(new SharedDimension.Source(table, hierarchy.relation() != null && table == null));
        }
        return new SharedDimension(dimension, sources);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
