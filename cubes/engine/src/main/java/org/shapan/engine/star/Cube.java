package org.shapan.engine.star;

import java.util.List;
import java.util.Optional;

/** A cube or virtual cube of a catalog, bound to its database. Immutable but for members that load when they are first asked for. */
public interface Cube extends Element {
    /** Measures first, then in order of the catalog. */
    List<Dimension> dimensions();

    /** All hierarchies of all dimensions; the index is {@link Hierarchy#ordinal()}. */
    List<Hierarchy> hierarchies();

    Hierarchy measures();

    /** Stored measures in order of the catalog, hidden ones included. */
    List<StoredMeasure> storedMeasures();

    /** The measure a query starts with. */
    Member defaultMeasure();

    /** Calculated members of the catalog, in order of definition. */
    List<CalculatedMember> calculatedMembers();

    /**
     * Measures that the formula of a calculated member of the catalog may name although the cube does not list them: a virtual cube
     * takes a calculated measure from a base cube without the measures it is made of. They are looked up after those of the cube.
     */
    default List<Member> scope(CalculatedMember member) {
        return List.of();
    }

    /** Named sets of the cube, then of the catalog. */
    List<NamedSet> namedSets();

    /** Parameters of the catalog. */
    List<CatalogParameter> parameters();

    /** Key performance indicators, in order of the catalog; their hidden measures are among the calculated members. */
    default List<Kpi> kpis() {
        return List.of();
    }

    boolean isVirtual();

    /** Fact groups whose measures the cube has; one for a plain cube. */
    List<FactGroup> factGroups();

    /**
     * Hierarchies that do not count for a measure, stored or calculated: wherever they stand, it has its value at their default members.
     * In a virtual cube those that the fact of the measure does not know, where the catalog says so.
     */
    default List<Hierarchy> ignoredBy(Member measure) {
        return List.of();
    }

    /** By which periods are compared with others; of its time calculations. */
    default List<PeriodMapping> periodMappings() {
        return List.of();
    }

    /** Names are compared without regard to case unless the catalog says otherwise. */
    default boolean caseSensitive() {
        return false;
    }

    Optional<String> drillThroughRefusal();
}
