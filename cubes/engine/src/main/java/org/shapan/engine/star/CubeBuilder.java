package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shapan.engine.catalog.BridgeDefinition;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.CubeDimension;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.DimensionUsageDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.sql.SqlExecutor;

/** Builds one base cube. */
final class CubeBuilder {
    private final CatalogDefinition catalog;
    private final CubeDefinition definition;
    private final Map<String, SharedDimension> shared;
    private final SqlExecutor sql;
    private final RelationBinder relations;
    private final HierarchyBinder hierarchies;
    private final Continuation continuation;
    private final List<NamedSet> sharedSets;
    private final Faults faults;
    private final List<HierarchyLink> links = new ArrayList<>();
    private final List<List<String>> tables = new ArrayList<>();
    private JoinTree.Leaf fact;
    private StarAliases aliases;

    /**
     * @param shared by lower-case name
     * @param sharedSets named sets of the catalog
     */
    CubeBuilder(
            CatalogDefinition catalog,
            CubeDefinition definition,
            Map<String, SharedDimension> shared,
            SqlExecutor sql,
            RelationBinder relations,
            HierarchyBinder hierarchies,
            Continuation continuation,
            List<NamedSet> sharedSets,
            Faults faults) {
        this.catalog = catalog;
        this.definition = definition;
        this.shared = shared;
        this.sql = sql;
        this.relations = relations;
        this.hierarchies = hierarchies;
        this.continuation = continuation;
        this.sharedSets = sharedSets;
        this.faults = faults;
    }

    BoundCube build() {
        fact = relations.leaf(definition.fact());
        aliases = new StarAliases(fact.alias());
        BoundCube cube = new BoundCube(
                definition.name(),
                LabelsOf.presentation(definition.presentation()),
                false,
                definition.defaultMeasure(),
                this::parts);
        if (definition.fact() instanceof RelationDefinition.Table table) {
            ((BoundFactGroup) cube.factGroups().get(0))
                    .aggregates(new AggregateBinder(sql, relations, faults, cube).bind(table, links));
        }
        if (definition.details() != null) {
            DetailsBinder details = new DetailsBinder(relations, sql.dialect(), fact);
            ((BoundFactGroup) cube.factGroups().get(0))
                    .details(faults.attempt(() -> details.bind(definition, definition.details())));
        }
        TimeCalculations time = new TimeCalculations(cube);
        cube.periodMappings(time.mappings(relations, sql));
        List<FormulaBinder.Parsed> calculated =
                FormulaBinder.parse(time.addedTo(definition.calculatedMembers()), cube, faults);
        List<NamedSet> sets = FormulaBinder.parse(definition.namedSets(), faults);
        sets.addAll(sharedSets);
        KpiBinder kpis = new KpiBinder(definition.kpis(), faults);
        cube.formulas(new CubeFormulas(
                () -> {
                    List<CalculatedMember> members = FormulaBinder.members(cube, calculated);
                    List<Kpi> bound = kpis.bind(cube, members);
                    return new CubeFormulas.Made(List.copyOf(members), CubeFormulas.noScopes(), bound);
                },
                sets,
                catalog.parameters().stream().map(FormulaBinder::parse).toList()));
        return cube;
    }

    private BoundCube.Parts parts(BoundCube cube) {
        BoundFactGroup group = new BoundFactGroup(
                continuation.factGroup(definition.name()),
                cube,
                new Relation(fact.from(), fact.alias(), fact.filter()));
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(measures(cube, group));
        links.add(null);
        tables.add(definition.fact().tables());
        for (CubeDimension dimension : definition.dimensions()) {
            if (dimensions.stream().anyMatch(d -> d.name().equalsIgnoreCase(dimension.name()))) {
                faults.add(CatalogErrors.invalid(
                        dimension.place(),
                        "cube '" + definition.name() + "' has two dimensions '" + dimension.name() + "'",
                        "Give one of them another name"));
                continue;
            }
            Dimension bound = faults.attempt(() -> dimension(cube, dimension));
            if (bound != null && !bound.hierarchies().isEmpty()) {
                dimensions.add(bound);
            }
        }
        group.link(links, tables);
        return new BoundCube.Parts(dimensions, List.of(group));
    }

    private Dimension measures(BoundCube cube, BoundFactGroup group) {
        MeasureBinder binder = new MeasureBinder(relations, sql.dialect(), JoinTree.single(fact), faults);
        Labels labels = catalog.measuresCaption() == null
                ? Labels.NONE
                : LabelsOf.captioned(Labels.NONE, catalog.measuresCaption());
        return new BoundDimension(
                cube,
                BoundMeasures.NAME,
                true,
                false,
                labels,
                null,
                d -> List.of(
                        new BoundMeasures(d, labels, level -> binder.measures(definition.measures(), level, group))));
    }

    private Dimension dimension(BoundCube cube, CubeDimension used) {
        return switch (used) {
            case DimensionDefinition own ->
                new BoundDimension(
                        cube,
                        own.name(),
                        false,
                        own.time(),
                        LabelsOf.presentation(own.presentation()),
                        own.calculations(),
                        d -> bound(d, used, own, null, null));
            case DimensionUsageDefinition usage -> {
                SharedDimension source = shared.get(usage.source().toLowerCase(Locale.ROOT));
                if (source == null) {
                    throw CatalogErrors.invalid(
                            usage.place(),
                            "there is no shared dimension '" + usage.source() + "' for the usage '" + usage.name()
                                    + "'",
                            Spelling.remedy(
                                    usage.source(),
                                    catalog.dimensions().stream()
                                            .map(DimensionDefinition::name)
                                            .toList(),
                                    "Define it beside the cubes, or name one that is there"));
                }
                yield new BoundDimension(
                        cube,
                        usage.name(),
                        false,
                        source.definition().time(),
                        LabelsOf.usage(
                                LabelsOf.presentation(usage.presentation()),
                                LabelsOf.presentation(source.definition().presentation())),
                        source.definition().calculations(),
                        d -> bound(d, used, source.definition(), source, usage.level()));
            }
        };
    }

    /** @param shared null for a dimension of this cube alone */
    private List<Hierarchy> bound(
            BoundDimension dimension,
            CubeDimension used,
            DimensionDefinition source,
            SharedDimension shared,
            String grain) {
        boolean hasGrain = grain == null
                || source.hierarchies().stream()
                        .flatMap(h -> h.levels().stream())
                        .anyMatch(l -> l.name().equalsIgnoreCase(grain));
        if (!hasGrain) {
            throw CatalogErrors.invalid(
                    used.place(),
                    "there is no level '" + grain + "' in the dimension",
                    Spelling.remedy(
                            grain,
                            source.hierarchies().stream()
                                    .flatMap(h -> h.levels().stream())
                                    .map(LevelDefinition::name)
                                    .toList(),
                            "Name one of its levels"));
        }
        List<BoundHierarchy> made = new ArrayList<>();
        for (int i = 0; i < source.hierarchies().size(); i++) {
            String owner = definition.name() + "/" + used.name() + "/" + i;
            HierarchyDefinition hierarchy = source.hierarchies().get(i);
            SharedDimension.Source from =
                    shared == null ? null : shared.sources().get(i);
            if (from != null && from.broken()) {
                continue;
            }
            BoundHierarchy bound = faults.attempt(() -> {
                MemberTable table =
                        from == null || from.table() == null ? ownTable(owner, used, hierarchy) : from.table();
                HierarchySource first =
                        made.isEmpty() ? table.source() : made.get(0).table().source();
                HierarchyLink link = source.calculations() == null ? link(used, hierarchy, table, grain, first) : null;
                BoundHierarchy one = new BoundHierarchy(
                        dimension,
                        links.size(),
                        hierarchy,
                        HierarchyIdentity.of(used.name(), hierarchy, catalog.naming()),
                        table);
                links.add(link);
                tables.add(tables(used, hierarchy));
                return one;
            });
            if (bound != null) {
                made.add(bound);
            }
        }
        return List.copyOf(made);
    }

    private List<String> tables(CubeDimension used, HierarchyDefinition hierarchy) {
        List<String> own = stored(hierarchy).tables();
        if (used.bridge() == null || own.isEmpty()) {
            return own;
        }
        List<String> ofBridge = used.bridge().relation().tables();
        return ofBridge.isEmpty()
                ? List.of()
                : Stream.concat(own.stream(), ofBridge.stream()).toList();
    }

    private RelationDefinition stored(HierarchyDefinition hierarchy) {
        return hierarchy.relation() == null ? definition.fact() : hierarchy.relation();
    }

    private MemberTable ownTable(String owner, CubeDimension used, HierarchyDefinition hierarchy) {
        return continuation.members(
                owner,
                stored(hierarchy),
                hierarchy.relation() == null
                        ? hierarchies.source(hierarchy, used.name(), fact)
                        : hierarchies.source(hierarchy, used.name()),
                sql);
    }

    /**
     * Null when facts of this grain do not know the hierarchy.
     *
     * @param first of the dimension's first hierarchy
     */
    private HierarchyLink link(
            CubeDimension used, HierarchyDefinition hierarchy, MemberTable table, String grain, HierarchySource first) {
        HierarchySource source = table.source();
        TableColumns.Column foreignKey = foreignKey(used, hierarchy, source, used.place());
        if (used.bridge() != null) {
            return bridged(used, table, grain, foreignKey);
        }
        int last = source.depthCount() - 1;
        int depth = last;
        SqlExpression joinKey = null;
        if (grain != null) {
            if (foreignKey == null) {
                throw CatalogErrors.invalid(
                        used.place(),
                        "a usage with a level needs a foreignKey",
                        "Name the column of the fact table that holds keys of the level");
            }
            HierarchySource keys = hierarchy.attributeOf() == null ? source : first;
            int keyDepth = keys.depthOf(grain);
            if (keyDepth < 0 || (hierarchy.attributeOf() != null && keys.depthOf(hierarchy.attributeOf()) > keyDepth)) {
                return null;
            }
            if (keyDepth < keys.depthCount() - 1) {
                joinKey = joinKey(keys, keyDepth, used.place());
                depth = keys == source ? keyDepth : last;
            }
        }
        String name = used.name() + "_at_" + grain;
        return new HierarchyLink(table, sql.dialect(), fact, foreignKey, depth, joinKey, name, aliases, used.place());
    }

    private HierarchyLink bridged(CubeDimension used, MemberTable table, String grain, TableColumns.Column foreignKey) {
        BridgeDefinition bridge = used.bridge();
        if (foreignKey == null || grain != null || table.source().isParentChild()) {
            throw CatalogErrors.invalid(
                    bridge.place(),
                    "dimension '" + used.name() + "' cannot have a bridge: "
                            + (grain != null
                                    ? "facts join it at a level"
                                    : foreignKey == null ? "it lies in the fact table" : "it is a tree of parents"));
        }
        BridgeLink link = BridgeLink.of(
                bridge, relations.leaf(bridge.relation()), fact, foreignKey, used.name(), sql.dialect(), aliases);
        return new HierarchyLink(table, link, used.name(), aliases, used.place());
    }

    private static SqlExpression joinKey(HierarchySource source, int depth, Place place) {
        if (!source.level(depth).declaredUnique() && depth > source.firstDepth()) {
            throw CatalogErrors.invalid(
                    place,
                    "facts can join level '" + source.level(depth).levelName()
                            + "' only when its uniqueMembers is true",
                    "Say uniqueMembers=\"true\" where each key has one parent, or join by a finer level");
        }
        return source.level(depth).key();
    }

    private TableColumns.Column foreignKey(
            CubeDimension used, HierarchyDefinition hierarchy, HierarchySource source, Place place) {
        if (used.foreignKey() == null) {
            boolean inFact = source.tree().root().from().equals(fact.from());
            if (!inFact) {
                throw CatalogErrors.invalid(
                        place,
                        "dimension '" + used.name() + "' needs a foreignKey: its table is not the cube's fact table",
                        "Name the column of the fact table that refers to the dimension");
            }
            return null;
        }
        if (hierarchy.relation() == null) {
            return null;
        }
        if (source.primaryKey() == null) {
            throw CatalogErrors.invalid(
                    hierarchy.place(),
                    "a hierarchy of dimension '" + used.name() + "' needs a primaryKey: facts join it",
                    "Name the column of the dimension's table that the foreignKey refers to");
        }
        TableColumns.Column column = fact.columns().find(used.foreignKey());
        if (column == null) {
            throw CatalogErrors.invalid(
                    place,
                    "the fact table of cube '" + definition.name() + "' has no column '" + used.foreignKey()
                            + "' (foreignKey of '" + used.name() + "')",
                    fact.columns().remedy(used.foreignKey()));
        }
        return column;
    }
}
