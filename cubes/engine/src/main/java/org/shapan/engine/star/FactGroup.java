package org.shapan.engine.star;

import java.util.List;

/**
 * A fact table with the hierarchies that reach it. Shared: the fact group of a base cube is the same object when a virtual cube uses
 * it, so that segments serve both.
 */
public interface FactGroup {
    /** Name of the base cube. */
    String name();

    /** Process-wide unique, for cache keys; the same for all data versions of a catalog. */
    int id();

    /**
     * Names in the catalog of the tables that a hierarchy of the base cube is stored in; those of the facts for ordinal 0. Empty when that
     * is not known, as for a view.
     */
    default List<String> tables(int baseOrdinal) {
        return List.of();
    }

    /** The fact relation with its alias and filter. */
    Relation fact();

    /** The hierarchies of the base cube; {@link Cube#hierarchies()} of that cube in the same order, measures at 0. */
    Cube baseCube();

    /**
     * Which hierarchy of the base cube a hierarchy of {@code cube} stands for, by position: index = ordinal in {@code cube}, value =
     * ordinal in the base cube, or -1 where the fact does not know the hierarchy, which happens in the base cube too.
     */
    int[] baseOrdinals(Cube cube);

    /** How SQL reaches a level of a base-cube hierarchy; never called for all levels and measures. */
    LevelPath path(Level baseLevel);

    /**
     * How facts find their member of a level of a base-cube hierarchy without a join; reads the keys of the dimension when they are first asked
     * for. Null where only a join tells.
     */
    default ForeignKey foreignKey(Level baseLevel) {
        return null;
    }

    /** Whether the fact has values at this level: false below the granularity of the usage. */
    boolean reaches(Level baseLevel);

    /**
     * Whether a fact row can belong to several members of a level of a base-cube hierarchy, as behind a bridge: then values are not the sum of those
     * of the level below, and All is not the sum of any level.
     */
    default boolean overlaps(Hierarchy baseHierarchy) {
        return false;
    }

    /** Base-cube hierarchy along which semi-additive measures combine, or null. */
    Hierarchy timeHierarchy();

    /** What a drill-through gives instead of fact rows, or null. */
    default Details details() {
        return null;
    }

    /** Declared aggregate tables, in order of the catalog. */
    List<AggregateTable> aggregates();
}
