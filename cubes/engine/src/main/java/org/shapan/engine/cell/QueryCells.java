package org.shapan.engine.cell;

import java.util.Collection;
import java.util.List;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * The cells of stored measures as one query sees them: one data version, segments held until the query ends.
 *
 * <p>The way of use is set at a time: the query evaluates everything it wants, reading as it goes; what is not there is noted; then
 * {@link #load} fetches all that was noted, per granularity at once, and the query evaluates again, until nothing is missing:
 *
 * <pre>
 * do {
 *     evaluate();            // read() answers MISSING where it must
 * } while (cells.load());
 * </pre>
 *
 * Not thread-safe: one thread evaluates a query.
 */
public interface QueryCells {
    enum Status {
        VALUE,
        EMPTY,
        /** Not loaded yet: noted for the next {@link QueryCells#load}; what is computed from it in this pass does not count. */
        MISSING
    }

    /**
     * Reads a cell. Never touches the database, allocates nothing when the cell is loaded.
     *
     * @param context one member per hierarchy of the query's cube, by {@code Hierarchy.ordinal()}; position 0 (measures) is not looked
     *     at. All stored; a member of a hierarchy that the measure's fact group does not know must be the default member, else the cell
     *     is empty
     * @param measure of the query's cube
     * @param into set when the status is VALUE or EMPTY
     */
    Status read(Member[] context, StoredMeasure measure, CellValue into);

    /**
     * Reads the value over a region instead of one member per hierarchy: what {@code Aggregate}, a compound slicer or a partial rollup
     * means for a measure that cannot be summed from cells (distinct count).
     *
     * @param context as for {@link #read}; the region's hierarchies are taken from the region instead
     * @param region tuples whose union of rows is combined, overlapping rows counting once for distinct count, and what rows must lie
     *     within
     */
    Status readOver(Member[] context, CellRegion region, StoredMeasure measure, CellValue into);

    /**
     * Says which measures the query will read, so that one statement fetches them together where they combine by adding up. Only speed
     * depends on it.
     */
    void mention(Collection<StoredMeasure> measures);

    /**
     * The tuples of a product of sets at which, over some tuple of other sets, at least one of the measures has a value; found from the
     * rows that exist instead of by trying the product. Semi-additive and average measures count as {@link #read} would read them.
     *
     * @param context as for {@link #read}; the hierarchies of the sets are taken from the sets instead
     * @param sets stored members only; no hierarchy occurs twice, in {@code over} neither
     * @param over sets that the tuples must have a value over, such as the other axes; stored members only; may be empty
     * @return over the hierarchies of the sets in order, in the order of the product (the last set varies fastest), duplicates of the sets
     *     kept; null when cells are missing, which is noted for the next {@link #load}
     */
    TupleList nonEmpty(Member[] context, List<TupleList> sets, List<TupleList> over, List<StoredMeasure> measures);

    /**
     * Whether any fact row lies in a region; asks the database at once, when it was not asked before.
     *
     * @param context as for {@link #readOver}
     * @throws org.shapan.engine.api.EngineException SQL_FAILED, CANCELLED, TIMEOUT, SERVER_BUSY
     */
    boolean hasRows(Member[] context, CellRegion region, FactGroup facts);

    /** Whether reads since the last load were answered MISSING. */
    boolean hasMisses();

    /**
     * Loads what was missing; blocks.
     *
     * @return false when nothing was missing, so the values of the last pass stand
     * @throws org.shapan.engine.api.EngineException SQL_FAILED, CANCELLED, TIMEOUT, BUDGET_EXCEEDED, SERVER_BUSY
     */
    boolean load();

    /** How the cells of this query came to be: what it loaded, in order, then what it found in the cache and used. */
    List<LoadTrace> traces();
}
