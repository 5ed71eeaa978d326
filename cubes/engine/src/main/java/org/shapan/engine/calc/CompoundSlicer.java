package org.shapan.engine.calc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.calc.eval.Calculation;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Regions;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/**
 * A slicer of several tuples. In each hierarchy of which the tuples hold different members stands a member of its own, calculated after
 * all others: its cell is the aggregate over the tuples. A formula that moves one of these hierarchies away sees the aggregate over
 * what the tuples say of the others.
 */
final class CompoundSlicer implements Calculation {
    private final TupleList tuples;
    private final CalculatedMember[] placeholders;
    private final Map<Integer, TupleList> projections = new HashMap<>();

    private CompoundSlicer(TupleList tuples) {
        this.tuples = tuples;
        this.placeholders = new CalculatedMember[tuples.width()];
    }

    /**
     * Puts the slicer into the context.
     *
     * @param tuples null without a slicer; an empty set makes every cell empty
     */
    static void apply(Evaluator evaluator, TupleList tuples) {
        if (tuples == null) {
            return;
        }
        if (tuples.isEmpty()) {
            evaluator.hideCells();
            return;
        }
        CompoundSlicer slicer = new CompoundSlicer(tuples);
        for (int column = 0; column < tuples.width(); column++) {
            if (slicer.isConstant(column)) {
                evaluator.set(tuples.member(0, column));
            } else {
                slicer.placeholders[column] = placeholder(tuples, column);
                evaluator.define(slicer.placeholders[column], slicer);
                evaluator.set(slicer.placeholders[column]);
            }
        }
        if (tuples.size() > 1 && slicer.allConstant()) {
            slicer.placeholders[0] = placeholder(tuples, 0);
            evaluator.define(slicer.placeholders[0], slicer);
            evaluator.set(slicer.placeholders[0]);
        }
    }

    @Override
    public void evaluate(Evaluator evaluator, CalculatedMember self, CellValue into) {
        evaluator.aggregate(region(evaluator, self), into);
    }

    @Override
    public TupleList region(Evaluator evaluator, CalculatedMember self) {
        int mask = 0;
        for (int column = 0; column < placeholders.length; column++) {
            if (placeholders[column] != null
                    && evaluator.current(tuples.member(0, column).hierarchy()) == placeholders[column]) {
                mask |= 1 << column;
            }
        }
        return projections.computeIfAbsent(mask, this::project);
    }

    /** The tuples over the hierarchies still held by the slicer: all of them as they are, fewer without duplicates. */
    private TupleList project(int mask) {
        List<Integer> columns = new ArrayList<>();
        boolean complete = true;
        for (int column = 0; column < placeholders.length; column++) {
            if ((mask & (1 << column)) != 0) {
                columns.add(column);
            } else {
                complete &= placeholders[column] == null;
            }
        }
        TupleList.Builder builder = new TupleList.Builder(
                columns.stream().map(c -> tuples.hierarchies().get(c)).toList(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            Member[] members = new Member[columns.size()];
            for (int i = 0; i < members.length; i++) {
                members[i] = tuples.member(row, columns.get(i));
            }
            builder.add(members);
        }
        TupleList projected = builder.build();
        return complete ? projected : Regions.distinct(projected);
    }

    private boolean isConstant(int column) {
        for (int row = 1; row < tuples.size(); row++) {
            if (tuples.member(row, column) != tuples.member(0, column)) {
                return false;
            }
        }
        return true;
    }

    private boolean allConstant() {
        for (CalculatedMember placeholder : placeholders) {
            if (placeholder != null) {
                return false;
            }
        }
        return true;
    }

    private static CalculatedMember placeholder(TupleList tuples, int column) {
        return CalculatedMember.standingIn(Integer.MIN_VALUE + 1, tuples.member(0, column), null, Integer.MIN_VALUE);
    }
}
