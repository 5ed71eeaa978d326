package org.shapan.engine.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shapan.engine.calc.eval.CellRows;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.Subcube;
import org.shapan.engine.cell.QueryCells;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** One execution: slicer, axes, empty positions away, cells. */
final class QueryRun {
    private final CompiledQuery query;
    private final Evaluator evaluator;
    private final Passes passes;

    QueryRun(CompiledQuery query, Evaluator evaluator, QueryCells cells) {
        this.query = query;
        this.evaluator = evaluator;
        this.passes = new Passes(evaluator, cells, query.limits().maxPasses());
    }

    /** @param store takes the sets that the next run need not compute again */
    QueryResult run(KeptSets.Store store) {
        TupleList slicer = slicer();
        List<TupleList> axes = axes(slicer);
        CellGrid grid = new CellGrid(evaluator, query, axes);
        CellColumns cells = passes.settle(grid::evaluate);
        KeptSets kept = evaluator.setsToKeep();
        if (kept != null) {
            store.keep(kept);
        }
        return new QueryResult(query, slicer, axes, cells, sets(slicer, axes));
    }

    /** What the sets are and how they were made, in words. */
    private List<String> sets(TupleList slicer, List<TupleList> axes) {
        List<String> sets = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            String nonEmpty = query.axes().get(axis).nonEmpty() ? ", NON EMPTY" : "";
            sets.add("axis " + axis + nonEmpty + ": " + words(axes.get(axis)));
        }
        if (query.slicer() != null) {
            sets.add("slicer: " + words(slicer));
        }
        sets.addAll(evaluator.subcube().description());
        sets.addAll(evaluator.notes().all());
        return sets;
    }

    private static String words(TupleList tuples) {
        return tuples.size() + " of "
                + tuples.hierarchies().stream().map(Hierarchy::uniqueName).collect(Collectors.joining(" × "));
    }

    /** What the query leaves, as a subselect, of the subcube that it is over itself. */
    Subcube subcube(CompiledQuery.Within within) {
        TupleList slicer = slicer();
        List<TupleList> sets = new ArrayList<>(axes(slicer));
        if (query.slicer() != null) {
            sets.add(slicer);
        }
        sets.removeIf(set -> set.width() == 0);
        return evaluator.subcube().restricted(sets, within.visual(), query.limits());
    }

    /**
     * The rows behind one cell.
     *
     * @param position chooses a row of each axis, given the sizes of all of them
     */
    CellRows rows(UnaryOperator<int[]> position) {
        List<TupleList> axes = axes(slicer());
        int[] at = position.apply(axes.stream().mapToInt(TupleList::size).toArray());
        for (int axis = 0; axis < at.length; axis++) {
            evaluator.set(axes.get(axis), at[axis]);
        }
        return passes.settle(() -> CellRows.of(evaluator));
    }

    private List<TupleList> axes(TupleList slicer) {
        CompoundSlicer.apply(evaluator, query.slicer() == null ? null : slicer);
        if (evaluator.subcube().isEmpty()) {
            evaluator.hideCells();
        }
        evaluator.startQueryContext();
        List<TupleList> axes = passes.settle(new AxisSets(evaluator, query.axes())::evaluate);
        return query.axes().stream().anyMatch(AxisPlan::nonEmpty) ? passes.settle(nonEmpty(axes)) : axes;
    }

    private Supplier<List<TupleList>> nonEmpty(List<TupleList> axes) {
        return () -> new NonEmptyAxes(evaluator, query.axes(), axes).filter();
    }

    /** Without WHERE one position of no members. */
    private TupleList slicer() {
        if (query.slicer() == null) {
            TupleList.Builder none = new TupleList.Builder(List.of(), 1);
            none.add(new Member[0]);
            return none.build();
        }
        return passes.settle(
                () -> evaluator.subcube().keep(query.slicer().factors().get(0).set(evaluator)));
    }
}
