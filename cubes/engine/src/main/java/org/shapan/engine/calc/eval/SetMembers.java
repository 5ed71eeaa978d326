package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/**
 * Members that stand for sets of members in the context, as those of a compound slicer do: computed after all formulas. Equal sets have the same
 * member, so that what is kept by members of the context stays right. One thread's own.
 */
final class SetMembers {
    /** After all formulas, before a compound slicer. */
    private static final int SOLVE_ORDER = Integer.MIN_VALUE + 1;

    private final Map<Key, CalculatedMember> made = new HashMap<>();

    private record Key(List<Member> members, boolean averaging) {}

    /**
     * @param set of one hierarchy, not empty
     * @param averaging whether measures with a rule of their own along time take the mean over the set
     */
    CalculatedMember of(Evaluator evaluator, TupleList set, boolean averaging) {
        List<Member> members = new ArrayList<>(set.size());
        for (int row = 0; row < set.size(); row++) {
            members.add(set.member(row, 0));
        }
        return made.computeIfAbsent(new Key(members, averaging), key -> {
            Member first = members.getFirst();
            CalculatedMember member =
                    CalculatedMember.standingIn(first.hierarchy().nextCalculatedId(), first, null, SOLVE_ORDER);
            evaluator.define(member, new OverSet(set, averaging));
            return member;
        });
    }

    private record OverSet(TupleList set, boolean averaging) implements Calculation {
        @Override
        public void evaluate(Evaluator evaluator, CalculatedMember self, CellValue into) {
            if (takesMean(evaluator)) {
                Aggregator.mean(evaluator, set, into);
            } else {
                evaluator.aggregate(set, into);
            }
        }

        @Override
        public TupleList region(Evaluator evaluator, CalculatedMember self) {
            return takesMean(evaluator) ? null : set;
        }

        private boolean takesMean(Evaluator evaluator) {
            return averaging
                    && evaluator.current(0) instanceof StoredMeasure measure
                    && measure.timeAggregation() != TimeAggregation.SAME
                    && measure.timeAggregation() != TimeAggregation.AVERAGE_OF_CHILDREN;
        }
    }
}
