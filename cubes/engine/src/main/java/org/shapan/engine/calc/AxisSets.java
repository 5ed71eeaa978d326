package org.shapan.engine.calc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.shapan.engine.calc.eval.EmptySlice;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.NonEmptyCandidates;
import org.shapan.engine.calc.eval.Regions;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * Evaluates the sets of all axes. A large cross join under NON EMPTY is not made in full: only its tuples that can have a value over
 * the other axes. An axis for which large levels would be read waits until it is known whether the slice has rows at all.
 */
final class AxisSets {
    private final Evaluator evaluator;
    private final List<AxisPlan> plans;
    private final List<List<TupleList>> factors = new ArrayList<>();
    /** Whether the slice has no rows; null while nothing waits for that. */
    private Boolean emptySlice;

    AxisSets(Evaluator evaluator, List<AxisPlan> plans) {
        this.evaluator = evaluator;
        this.plans = plans;
    }

    /** To be called again until no cell is missing. */
    List<TupleList> evaluate() {
        factors.clear();
        long misses = evaluator.misses();
        List<AxisPlan> waiting = plans.stream().filter(AxisPlan::waitsForRows).toList();
        for (AxisPlan plan : plans) {
            factors.add(waiting.contains(plan) ? List.of(TupleList.empty(plan.hierarchies())) : sets(plan));
        }
        if (!waiting.isEmpty() && misses == evaluator.misses() && !isEmptySlice(waiting)) {
            for (AxisPlan plan : waiting) {
                factors.set(plans.indexOf(plan), sets(plan));
            }
        }
        List<TupleList> axes = new ArrayList<>();
        for (int axis = 0; axis < plans.size(); axis++) {
            axes.add(axis(axis));
        }
        return axes;
    }

    private List<TupleList> sets(AxisPlan plan) {
        return plan.factors().stream()
                .map(set -> evaluator.subcube().keep(set.set(evaluator)))
                .toList();
    }

    /** @param waiting axes that are empty if it is; they are not evaluated yet, the others are */
    private boolean isEmptySlice(List<AxisPlan> waiting) {
        if (emptySlice == null) {
            Set<StoredMeasure> measures = evaluator.limits().nativeSets() ? measures() : null;
            List<TupleList> over = new ArrayList<>();
            int mark = evaluator.mark();
            emptySlice = measures != null
                    && restrict(plan -> !waiting.contains(plan), over)
                    && EmptySlice.isEmpty(
                            evaluator,
                            waiting.stream()
                                    .flatMap(plan -> plan.hierarchies().stream())
                                    .toList(),
                            over,
                            measures);
            evaluator.reset(mark);
        }
        if (emptySlice) {
            evaluator.notes().add(() -> "no row lies in the slice: NON EMPTY axes were not evaluated");
        }
        return emptySlice;
    }

    private TupleList axis(int axis) {
        List<TupleList> sets = factors.get(axis);
        if (sets.size() == 1) {
            return sets.get(0);
        }
        long size = NonEmptyCandidates.product(sets);
        if (!plans.get(axis).nonEmpty()) {
            note(axis, size, "made in full, because it is not NON EMPTY");
        } else if (size < NonEmptyCandidates.WORTH_IT) {
            note(axis, size, "tested one by one, because they are fewer than " + NonEmptyCandidates.WORTH_IT);
        }
        if (plans.get(axis).nonEmpty() && size >= NonEmptyCandidates.WORTH_IT) {
            TupleList candidates = candidates(axis);
            if (candidates != null) {
                return evaluator.subcube().keep(candidates);
            }
        }
        evaluator.limits().checkTuples(size);
        TupleList product = sets.get(0);
        for (TupleList set : sets.subList(1, sets.size())) {
            product = Regions.cross(product, set);
        }
        return evaluator.subcube().keep(product);
    }

    /** Null when stored rows do not tell what is empty. */
    private TupleList candidates(int axis) {
        Set<StoredMeasure> measures = measures();
        if (measures == null) {
            note(
                    axis,
                    NonEmptyCandidates.product(factors.get(axis)),
                    "tested one by one, because a measure is more than arithmetic over stored measures");
            return null;
        }
        List<TupleList> over = new ArrayList<>();
        int mark = evaluator.mark();
        try {
            if (!restrict(plan -> plan != plans.get(axis), over)) {
                note(
                        axis,
                        NonEmptyCandidates.product(factors.get(axis)),
                        "tested one by one, because a calculated member stands on another axis");
                return null;
            }
            return NonEmptyCandidates.find(evaluator, factors.get(axis), over, List.copyOf(measures));
        } finally {
            evaluator.reset(mark);
        }
    }

    private void note(int axis, long size, String how) {
        evaluator.notes().add(() -> size + " tuples of axis " + axis + ": " + how);
    }

    private boolean restrict(Predicate<AxisPlan> to, List<TupleList> over) {
        for (int axis = 0; axis < plans.size(); axis++) {
            if (to.test(plans.get(axis)) && !restrict(factors.get(axis), over)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Says over what of another axis there must be a value: over its tuples, so that what is loaded to find out is what the cells need
     * later; where measures stand among their members, over everything in their other hierarchies.
     *
     * @return false when stored rows do not tell
     */
    private boolean restrict(List<TupleList> sets, List<TupleList> over) {
        for (TupleList set : sets) {
            if (set.hierarchies().stream().noneMatch(Hierarchy::isMeasures)) {
                if (!NonEmptyCandidates.isStored(set)) {
                    return false;
                }
                over.add(set);
            } else if (!widen(set)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the hierarchies of a set to their all members, at which everything below has a value. */
    private boolean widen(TupleList set) {
        for (int column = 0; column < set.width(); column++) {
            Hierarchy hierarchy = set.hierarchies().get(column);
            if (hierarchy.isMeasures()) {
                continue;
            }
            if (!hierarchy.hasAll() || !isStored(set, column)) {
                return false;
            }
            evaluator.set(hierarchy.allMember());
        }
        return true;
    }

    private static boolean isStored(TupleList set, int column) {
        for (int row = 0; row < set.size(); row++) {
            if (set.member(row, column).isCalculated()) {
                return false;
            }
        }
        return true;
    }

    /** The stored measures on which all measures of the query rest; null when that cannot be told. */
    private Set<StoredMeasure> measures() {
        Set<Member> used = new LinkedHashSet<>();
        for (List<TupleList> sets : factors) {
            for (TupleList set : sets) {
                int column = set.hierarchies().indexOf(evaluator.cube().measures());
                for (int row = 0; column >= 0 && row < set.size(); row++) {
                    used.add(set.member(row, column));
                }
            }
        }
        if (used.isEmpty()) {
            used.add(evaluator.current(0));
        }
        Set<StoredMeasure> stored = new LinkedHashSet<>();
        for (Member measure : used) {
            List<StoredMeasure> bases = evaluator.formulas().baseMeasures(measure);
            if (bases == null) {
                return null;
            }
            stored.addAll(bases);
        }
        return stored;
    }
}
