package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.CalculatedMember;

/** How the cell at a calculated member comes about: its compiled formula, or a rule such as that of a compound slicer. */
@FunctionalInterface
public interface Calculation {
    /**
     * Computes the cell of the current context, in which {@code self} stands at its hierarchy. The context is the calculation's to
     * change; the evaluator restores it.
     */
    void evaluate(Evaluator evaluator, CalculatedMember self, CellValue into);

    /**
     * The stored tuples that the member stands for, together with all members of the same calculation in the context; null when it is a
     * formula.
     */
    default TupleList region(Evaluator evaluator, CalculatedMember self) {
        return null;
    }
}
