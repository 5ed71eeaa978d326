package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hierarchies of a virtual cube that do not count for measures whose base cube lacks them. Thread-safe. */
final class IgnoredHierarchies {
    private final Cube cube;
    private final Set<FactGroup> groups;
    private final Map<Member, Cube> valid = new ConcurrentHashMap<>();

    /** @param groups whose measures ignore what they do not know */
    IgnoredHierarchies(Cube cube, Set<FactGroup> groups) {
        this.cube = cube;
        this.groups = Set.copyOf(groups);
    }

    /** Lets one measure, stored or calculated, ignore what its base cube does not know. */
    void addValid(Member measure, Cube baseCube) {
        valid.put(measure, baseCube);
    }

    List<Hierarchy> by(Member measure) {
        Cube baseCube = valid.get(measure);
        if (baseCube != null) {
            return unknownTo(baseCube.factGroups().get(0));
        }
        return measure instanceof StoredMeasure stored && groups.contains(stored.factGroup())
                ? unknownTo(stored.factGroup())
                : List.of();
    }

    private List<Hierarchy> unknownTo(FactGroup group) {
        int[] base = group.baseOrdinals(cube);
        List<Hierarchy> unknown = new ArrayList<>();
        for (Hierarchy hierarchy : cube.hierarchies()) {
            if (!hierarchy.isMeasures() && base[hierarchy.ordinal()] < 0) {
                unknown.add(hierarchy);
            }
        }
        return unknown;
    }
}
