package org.shapan.engine.calc.eval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.cell.CellRegion;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * The rows behind a cell.
 *
 * @param measure whose facts they are
 * @param context one member per hierarchy of the cube, by ordinal; stored ones where there is a region
 * @param region what counts instead of the context's members, and what rows must lie within; null when there are no rows that the role
 *     may see
 */
public record CellRows(StoredMeasure measure, Member[] context, CellRegion region) {
    public CellRows {
        requireNonNull(measure, "measure is null");
        requireNonNull(context, "context is null");
    }

    /**
     * The rows behind the current cell; those of a calculated measure are the facts of the first stored measure that it rests on.
     *
     * @throws EngineException NOT_SUPPORTED when a calculated member stands for no rows
     */
    public static CellRows of(Evaluator evaluator) {
        Member measure = evaluator.current(0);
        List<StoredMeasure> bases = evaluator.formulas().baseMeasures(measure);
        if (bases == null || bases.isEmpty()) {
            throw standsForNoRows(measure);
        }
        int mark = evaluator.mark();
        evaluator.set(bases.getFirst());
        CellRows rows = evaluator.isNowhere() ? none(evaluator, bases.getFirst()) : of(evaluator, bases.getFirst());
        evaluator.reset(mark);
        return rows;
    }

    private static CellRows of(Evaluator evaluator, StoredMeasure measure) {
        TupleList.Builder alone = new TupleList.Builder(List.of(), 1);
        alone.add(new Member[0]);
        TupleList region = StoredRegion.of(evaluator, alone.build());
        if (region == null) {
            throw standsForNoRows(evaluator.firstToExpand());
        }
        return region.isEmpty() ? none(evaluator, measure) : evaluator.rows(region, measure);
    }

    private static CellRows none(Evaluator evaluator, StoredMeasure measure) {
        Member[] context =
                evaluator.cube().hierarchies().stream().map(evaluator::current).toArray(Member[]::new);
        return new CellRows(measure, context, null);
    }

    private static EngineException standsForNoRows(Member member) {
        return new EngineException(
                OlapErrorCode.NOT_SUPPORTED,
                "The calculated member " + member.uniqueName()
                        + " stands for no rows: drill through the stored members it is made of");
    }
}
