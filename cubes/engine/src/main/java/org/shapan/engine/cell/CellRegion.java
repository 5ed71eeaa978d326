package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A set of tuples read as one cell. Canonical: no tuple lies inside another, order does not matter for equality, so that it can be
 * part of a segment's key.
 *
 * @param tuples at least one; all over the same hierarchies of the query's cube
 */
public record CellRegion(TupleList tuples) {
    public CellRegion {
        requireNonNull(tuples, "tuples is null");
    }

    /** Ordinals of the hierarchies the region speaks of. */
    public List<Integer> ordinals() {
        return tuples.hierarchies().stream().map(h -> h.ordinal()).toList();
    }
}
