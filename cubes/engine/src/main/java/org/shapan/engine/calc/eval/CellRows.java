package org.shapan.engine.calc.eval;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.cell.CellRegion;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * The rows behind a cell.
 *
 * @param measure whose facts they are
 * @param context one stored member per hierarchy of the cube, by ordinal
 * @param region what counts instead of the context's members, and what rows must lie within; null when there are no rows that the role
 *     may see
 */
public record CellRows(StoredMeasure measure, Member[] context, CellRegion region) {
    public CellRows {
        requireNonNull(measure, "measure is null");
        requireNonNull(context, "context is null");
    }
}
