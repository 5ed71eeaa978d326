package org.shapan.engine.calc.eval;

import java.util.Collection;
import java.util.List;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Whether no fact row lies in the slice of a query, so that a NON EMPTY axis is empty without its levels being read. */
public final class EmptySlice {
    /** Sets over which the slice is larger are not worth a condition. */
    private static final int MOST_TUPLES = 1000;

    private EmptySlice() {}

    /**
     * Asks the database, in the current context.
     *
     * @param open hierarchies of the axis: everything in them counts
     * @param over sets of stored members in which the rows must lie
     * @param measures whose facts are asked
     * @return false also when stored rows do not tell
     * @throws org.shapan.engine.api.EngineException SQL_FAILED, CANCELLED, TIMEOUT, SERVER_BUSY
     */
    public static boolean isEmpty(
            Evaluator evaluator, List<Hierarchy> open, List<TupleList> over, Collection<StoredMeasure> measures) {
        if (evaluator.isNowhere()
                || NonEmptyCandidates.product(over) > MOST_TUPLES
                || !open.stream().allMatch(Hierarchy::hasAll)
                || !measures.stream().allMatch(evaluator.subcube()::lieAmongRowsOfTheWhole)) {
            return false;
        }
        int mark = evaluator.mark();
        open.forEach(hierarchy -> evaluator.set(hierarchy.allMember()));
        boolean empty = measures.stream().allMatch(measure -> isEmpty(evaluator, over, measure));
        evaluator.reset(mark);
        return empty;
    }

    private static boolean isEmpty(Evaluator evaluator, List<TupleList> over, StoredMeasure measure) {
        int mark = evaluator.mark();
        TupleList.Builder alone = new TupleList.Builder(List.of(), 1);
        alone.add(new Member[0]);
        TupleList tuples = alone.build();
        for (TupleList set : over) {
            tuples = Regions.cross(tuples, set);
        }
        evaluator.set(measure);
        TupleList region = StoredRegion.of(evaluator, tuples);
        boolean empty = region != null && (region.isEmpty() || !evaluator.hasRows(evaluator.rows(region, measure)));
        evaluator.reset(mark);
        return empty;
    }
}
