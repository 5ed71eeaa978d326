package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Cells read over more or less than one member per hierarchy. Tuples are canonical: none lies inside another, and their order does not
 * matter for equality of segment keys.
 *
 * @param tuples what counts instead of the context's members in their hierarchies: the union of their rows; null for the context alone
 * @param within sets of tuples: only rows that lie in each of them count. Their hierarchies stay where the context, or the tuples, have
 *     them; those that the measure's fact group does not know restrict nothing
 */
public record CellRegion(TupleList tuples, List<TupleList> within) {
    public CellRegion {
        within = List.copyOf(within);
    }

    /** The union of tuples. */
    public CellRegion(TupleList tuples) {
        this(requireNonNull(tuples, "tuples is null"), List.of());
    }
}
