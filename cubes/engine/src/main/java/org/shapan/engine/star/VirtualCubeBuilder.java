package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.catalog.VirtualCubeDefinition;

/** Builds one virtual cube from base cubes; facts and members stay theirs. */
final class VirtualCubeBuilder {
    private final CatalogDefinition catalog;
    private final VirtualCubeDefinition definition;
    private final Map<String, BoundCube> cubes;
    private final List<NamedSet> sharedSets;
    private final Faults faults;
    private final List<StoredMeasure> stored = new ArrayList<>();
    private final Map<StoredMeasure, Cube> valid = new IdentityHashMap<>();
    private final List<Imported> imported = new ArrayList<>();

    /** A calculated member of a base cube. */
    private record Imported(BoundCube from, CalculatedMember member, Labels labels, boolean valid) {}

    /**
     * @param cubes base cubes by lower-case name
     * @param sharedSets named sets of the catalog
     */
    VirtualCubeBuilder(
            CatalogDefinition catalog,
            VirtualCubeDefinition definition,
            Map<String, BoundCube> cubes,
            List<NamedSet> sharedSets,
            Faults faults) {
        this.catalog = catalog;
        this.definition = definition;
        this.cubes = cubes;
        this.sharedSets = sharedSets;
        this.faults = faults;
    }

    BoundCube build() {
        BoundCube cube = new BoundCube(
                definition.name(),
                LabelsOf.presentation(definition.presentation()),
                true,
                definition.defaultMeasure(),
                this::parts);
        cube.factGroups().forEach(g -> ((BoundFactGroup) g).usedBy(cube, baseOrdinals(cube, g.baseCube())));
        Set<FactGroup> ignoring = new LinkedHashSet<>();
        for (VirtualCubeDefinition.CubeUsage usage : definition.cubeUsages()) {
            if (usage.ignoreUnrelatedDimensions()) {
                ignoring.addAll(base(usage.cubeName(), usage.place()).factGroups());
            }
        }
        IgnoredHierarchies ignored = new IgnoredHierarchies(cube, ignoring);
        valid.forEach(ignored::addValid);
        cube.ignored(ignored);
        TimeCalculations time = new TimeCalculations(cube);
        cube.periodMappings(time.mappingsOf(cubes.values()));
        List<FormulaBinder.Parsed> own =
                FormulaBinder.parse(time.addedTo(definition.calculatedMembers()), cube, faults);
        List<NamedSet> sets = FormulaBinder.parse(definition.namedSets(), faults);
        sets.addAll(sharedSets);
        KpiBinder kpis = new KpiBinder(definition.kpis(), faults);
        cube.formulas(new CubeFormulas(
                () -> calculated(cube, own, ignored, kpis),
                sets,
                catalog.parameters().stream().map(FormulaBinder::parse).toList()));
        return cube;
    }

    private BoundCube base(String name, Place place) {
        BoundCube cube = cubes.get(name.toLowerCase(Locale.ROOT));
        if (cube == null && catalog.cubes().stream().anyMatch(c -> c.name().equalsIgnoreCase(name))) {
            throw CatalogErrors.invalid(
                    place,
                    "virtual cube '" + definition.name() + "' needs the cube '" + name + "', which is left out",
                    "Mend or enable that cube first");
        }
        if (cube == null) {
            throw CatalogErrors.invalid(
                    place,
                    "virtual cube '" + definition.name() + "' refers to the cube '" + name + "', which does not exist",
                    Spelling.remedy(
                            name,
                            catalog.cubes().stream().map(CubeDefinition::name).toList(),
                            "Name a cube of the catalog"));
        }
        return cube;
    }

    private BoundCube.Parts parts(BoundCube cube) {
        definition.cubeUsages().forEach(u -> base(u.cubeName(), u.place()));
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(measures(cube));
        int ordinal = 1;
        for (VirtualCubeDefinition.Dimension dimension : definition.dimensions()) {
            BoundDimension made = dimension(cube, dimension, ordinal);
            ordinal += made.hierarchies().size();
            dimensions.add(made);
        }
        Set<FactGroup> groups = new LinkedHashSet<>();
        stored.forEach(m -> groups.add(m.factGroup()));
        imported.forEach(i -> groups.addAll(i.from().factGroups()));
        return new BoundCube.Parts(dimensions, List.copyOf(groups));
    }

    private Dimension measures(BoundCube cube) {
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
                d -> List.of(new BoundMeasures(d, labels, this::storedMeasures)));
    }

    private List<StoredMeasure> storedMeasures(Level level) {
        for (VirtualCubeDefinition.Measure used : definition.measures()) {
            BoundCube base = base(used.cubeName(), used.place());
            String name = ElementLookup.lastName(used.name());
            if (base.measures().childByName(null, name) instanceof StoredMeasure measure) {
                StoredMeasure taken = measure.in(level, stored.size(), labels(used, measure.labels()));
                stored.add(taken);
                if (used.valid()) {
                    valid.put(taken, base);
                }
                continue;
            }
            if (isDeclared(used, name)) {
                throw CatalogErrors.invalid(
                        used.place(),
                        "virtual cube '" + definition.name() + "' needs the measure '" + used.name()
                                + "', which is left out of its cube",
                        "Mend that measure first");
            }
            CalculatedMember calculated = base.calculatedMembers().stream()
                    .filter(m -> m.isMeasure() && m.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> CatalogErrors.invalid(
                            used.place(),
                            "cube '" + base.name() + "' has no measure '" + used.name() + "'",
                            Spelling.remedy(name, measureNames(base), "Name a measure of that cube")));
            imported.add(new Imported(base, calculated, labels(used, calculated.labels()), used.valid()));
        }
        return stored;
    }

    private static Labels labels(VirtualCubeDefinition.Measure used, Labels ofMeasure) {
        return LabelsOf.usage(LabelsOf.presentation(used.presentation()), ofMeasure);
    }

    private BoundDimension dimension(BoundCube cube, VirtualCubeDefinition.Dimension used, int firstOrdinal) {
        BoundDimension base = baseDimension(used);
        return new BoundDimension(
                cube,
                used.name(),
                false,
                base.isTime(),
                LabelsOf.usage(LabelsOf.presentation(used.presentation()), base.labels()),
                base.calculations(),
                d -> {
                    List<Hierarchy> made = new ArrayList<>();
                    for (Hierarchy hierarchy : base.hierarchies()) {
                        BoundHierarchy bound = (BoundHierarchy) hierarchy;
                        made.add(new BoundHierarchy(
                                d,
                                firstOrdinal + made.size(),
                                bound.definition(),
                                HierarchyIdentity.of(used.name(), bound.definition(), catalog.naming()),
                                bound.table()));
                    }
                    return made;
                });
    }

    private BoundDimension baseDimension(VirtualCubeDefinition.Dimension used) {
        Set<BoundCube> candidates = new LinkedHashSet<>();
        if (used.cubeName() != null) {
            candidates.add(base(used.cubeName(), used.place()));
        } else {
            stored.forEach(m -> candidates.add((BoundCube) m.factGroup().baseCube()));
            imported.forEach(i -> candidates.add(i.from()));
            candidates.addAll(cubes.values());
        }
        for (BoundCube candidate : candidates) {
            for (Dimension dimension : candidate.dimensions()) {
                if (!dimension.isMeasures() && dimension.name().equalsIgnoreCase(used.name())) {
                    return (BoundDimension) dimension;
                }
            }
        }
        if (isDeclared(used)) {
            throw CatalogErrors.invalid(
                    used.place(),
                    "virtual cube '" + definition.name() + "' needs the dimension '" + used.name()
                            + "', which is left out of its cube",
                    "Mend that dimension first");
        }
        throw CatalogErrors.invalid(
                used.place(),
                used.cubeName() == null
                        ? "no cube of virtual cube '" + definition.name() + "' has a dimension '" + used.name() + "'"
                        : "cube '" + used.cubeName() + "' has no dimension '" + used.name() + "'",
                Spelling.remedy(
                        used.name(),
                        candidates.stream()
                                .flatMap(c -> c.dimensions().stream())
                                .map(Dimension::name)
                                .toList(),
                        "Name a dimension of its cubes"));
    }

    private boolean isDeclared(VirtualCubeDefinition.Dimension used) {
        return catalog.cubes().stream()
                .filter(c -> used.cubeName() == null || c.name().equalsIgnoreCase(used.cubeName()))
                .flatMap(c -> c.dimensions().stream())
                .anyMatch(d -> d.name().equalsIgnoreCase(used.name()));
    }

    private boolean isDeclared(VirtualCubeDefinition.Measure used, String name) {
        return catalog.cubes().stream()
                .filter(c -> c.name().equalsIgnoreCase(used.cubeName()))
                .flatMap(c -> c.measures().stream())
                .anyMatch(m -> m.name().equalsIgnoreCase(name));
    }

    private static List<String> measureNames(BoundCube base) {
        List<String> names = new ArrayList<>();
        base.storedMeasures().forEach(m -> names.add(m.name()));
        base.calculatedMembers().stream().filter(Member::isMeasure).forEach(m -> names.add(m.name()));
        return names;
    }

    /** A hierarchy of the base cube is the same when it has the same members under the same dimension name. */
    private static int[] baseOrdinals(Cube cube, Cube base) {
        int[] ordinals = new int[cube.hierarchies().size()];
        for (Hierarchy hierarchy : cube.hierarchies()) {
            ordinals[hierarchy.ordinal()] = hierarchy.isMeasures() ? 0 : -1;
            for (Hierarchy candidate : base.hierarchies()) {
                if (hierarchy instanceof BoundHierarchy h
                        && candidate instanceof BoundHierarchy c
                        && h.table() == c.table()
                        && h.dimension().name().equalsIgnoreCase(c.dimension().name())) {
                    ordinals[hierarchy.ordinal()] = candidate.ordinal();
                }
            }
        }
        return ordinals;
    }

    private CubeFormulas.Made calculated(
            BoundCube cube, List<FormulaBinder.Parsed> own, IgnoredHierarchies ignored, KpiBinder kpis) {
        List<CalculatedMember> members = new ArrayList<>();
        Map<CalculatedMember, List<Member>> scopes = new IdentityHashMap<>();
        Map<BoundCube, List<Member>> scopeOf = new LinkedHashMap<>();
        for (Imported one : imported) {
            CalculatedMember member = copy(one.member(), cube, one.labels());
            members.add(member);
            if (one.valid()) {
                ignored.addValid(member, one.from());
            }
            List<Member> scope = scopeOf.computeIfAbsent(one.from(), from -> new ArrayList<>());
            scopes.put(member, scope);
        }
        scopeOf.forEach((from, scope) -> fill(scope, from, cube, scopes));
        members.addAll(FormulaBinder.members(cube, own));
        List<Kpi> bound = kpis.bind(cube, members);
        return new CubeFormulas.Made(List.copyOf(members), scopes, bound);
    }

    /** What formulas of a base cube can name: its measures that the virtual cube does not have from it. */
    private void fill(List<Member> scope, BoundCube from, BoundCube cube, Map<CalculatedMember, List<Member>> scopes) {
        Level level = cube.measures().levels().get(0);
        for (StoredMeasure measure : from.storedMeasures()) {
            if (stored.stream().noneMatch(m -> m.base() == measure.base())) {
                scope.add(measure.in(
                        level, cube.measures().roots().size() + scope.size(), LabelsOf.hidden(measure.labels())));
            }
        }
        for (CalculatedMember member : from.calculatedMembers()) {
            if (member.isMeasure() && imported.stream().noneMatch(i -> i.member() == member)) {
                CalculatedMember copy = copy(member, cube, LabelsOf.hidden(member.labels()));
                scope.add(copy);
                scopes.put(copy, scope);
            }
        }
    }

    private static CalculatedMember copy(CalculatedMember member, BoundCube cube, Labels labels) {
        return member.in(cube.measures().levels().get(0), cube.measures().nextCalculatedId(), labels);
    }
}
