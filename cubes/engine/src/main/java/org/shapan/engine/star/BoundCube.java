package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A cube or virtual cube of a catalog. */
final class BoundCube implements Cube {
    private final String name;
    private final Labels labels;
    private final boolean virtual;
    private final List<Dimension> dimensions;
    private final List<Hierarchy> hierarchies;
    private final List<FactGroup> factGroups;
    private final String defaultMeasureName;
    private volatile Member defaultMeasure;
    /** Set once, before the cube is handed out. */
    private CubeFormulas formulas;

    private IgnoredHierarchies ignored;
    private List<PeriodMapping> periodMappings = List.of();

    /** What a cube consists of; made by a builder that is given the cube. */
    record Parts(List<Dimension> dimensions, List<FactGroup> factGroups) {}

    /**
     * @param defaultMeasure name, or null for the first
     * @param parts called once, from the constructor, last
     */
    BoundCube(String name, Labels labels, boolean virtual, String defaultMeasure, Function<BoundCube, Parts> parts) {
        this.name = name;
        this.labels = labels;
        this.virtual = virtual;
        this.defaultMeasureName = defaultMeasure;
        Parts made = parts.apply(this);
        this.dimensions = List.copyOf(made.dimensions());
        this.factGroups = List.copyOf(made.factGroups());
        List<Hierarchy> all = new ArrayList<>();
        dimensions.forEach(d -> all.addAll(d.hierarchies()));
        this.hierarchies = List.copyOf(all);
    }

    void formulas(CubeFormulas cubeFormulas) {
        this.formulas = cubeFormulas;
    }

    void periodMappings(List<PeriodMapping> mappings) {
        this.periodMappings = List.copyOf(mappings);
    }

    @Override
    public List<PeriodMapping> periodMappings() {
        return periodMappings;
    }

    void ignored(IgnoredHierarchies ignoredHierarchies) {
        this.ignored = ignoredHierarchies;
    }

    @Override
    public List<Dimension> dimensions() {
        return dimensions;
    }

    @Override
    public List<Hierarchy> hierarchies() {
        return hierarchies;
    }

    @Override
    public Hierarchy measures() {
        return hierarchies.get(0);
    }

    @Override
    public List<StoredMeasure> storedMeasures() {
        return measures().roots().stream().map(StoredMeasure.class::cast).toList();
    }

    @Override
    public Member defaultMeasure() {
        Member known = defaultMeasure;
        if (known == null) {
            known = findDefaultMeasure();
            if (formulas != null) {
                defaultMeasure = known;
            }
        }
        return known;
    }

    private Member findDefaultMeasure() {
        if (defaultMeasureName != null) {
            String wanted = ElementLookup.lastName(defaultMeasureName);
            Member stored = measures().childByName(null, wanted);
            if (stored != null) {
                return stored;
            }
            for (CalculatedMember calculated : calculatedMembers()) {
                if (calculated.isMeasure() && calculated.name().equalsIgnoreCase(wanted)) {
                    return calculated;
                }
            }
        }
        if (!measures().roots().isEmpty()) {
            return measures().roots().get(0);
        }
        return calculatedMembers().stream()
                .filter(Member::isMeasure)
                .map(Member.class::cast)
                .findFirst()
                .orElse(measures().nullMember());
    }

    @Override
    public List<CalculatedMember> calculatedMembers() {
        return formulas.members();
    }

    @Override
    public List<NamedSet> namedSets() {
        return formulas.sets();
    }

    @Override
    public List<CatalogParameter> parameters() {
        return formulas.parameters();
    }

    @Override
    public List<Kpi> kpis() {
        return formulas.kpis();
    }

    @Override
    public List<Member> scope(CalculatedMember member) {
        return formulas.scope(member);
    }

    @Override
    public List<Hierarchy> ignoredBy(Member measure) {
        return ignored == null ? List.of() : ignored.by(measure);
    }

    @Override
    public boolean isVirtual() {
        return virtual;
    }

    @Override
    public List<FactGroup> factGroups() {
        return factGroups;
    }

    @Override
    public Optional<String> drillThroughRefusal() {
        return Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String uniqueName() {
        return Names.bracketed(name);
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, name);
    }

    @Override
    public String description(Locale locale) {
        return labels.description(locale);
    }

    @Override
    public boolean visible() {
        return labels.visible();
    }

    @Override
    public Map<String, String> annotations() {
        return labels.annotations();
    }

    @Override
    public String toString() {
        return uniqueName();
    }
}
