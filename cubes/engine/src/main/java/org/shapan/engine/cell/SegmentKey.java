package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.List;

/**
 * What a segment holds, in canonical form; equal keys mean equal rows. No role or user is part of it.
 *
 * @param factGroup {@code FactGroup.id()}
 * @param version data version
 * @param predicates per key column of the grain; null entries hold all members
 * @param region null when rows of all the hierarchies that are not in the grain count
 */
record SegmentKey(
        int factGroup,
        long version,
        Grain grain,
        MemberPredicate[] predicates,
        BoundRegion region,
        List<FactColumn> columns) {

    @Override
    public boolean equals(Object o) {
        return o instanceof SegmentKey that
                && factGroup == that.factGroup
                && version == that.version
                && grain.equals(that.grain)
                && Arrays.equals(predicates, that.predicates)
                && (region == null ? that.region == null : region.equals(that.region))
                && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        int hash = factGroup * 31 + Long.hashCode(version);
        hash = hash * 31 + grain.hashCode();
        hash = hash * 31 + Arrays.hashCode(predicates);
        hash = hash * 31 + (region == null ? 0 : region.hashCode());
        return hash * 31 + columns.hashCode();
    }

    @Override
    public String toString() {
        return "SegmentKey[factGroup=" + factGroup + ", version=" + version + ", columns=" + columns + ", predicates="
                + Arrays.toString(predicates) + "]";
    }

    /** The key without predicates and columns: under it segments are looked for. */
    Slot slot() {
        return new Slot(factGroup, version);
    }

    record Slot(int factGroup, long version) {}
}
