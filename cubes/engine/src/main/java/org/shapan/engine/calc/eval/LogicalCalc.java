package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;

/** Computes a truth value; whatever is compared with empty is false. */
@FunctionalInterface
public interface LogicalCalc extends ScalarCalc {
    boolean logical(Evaluator evaluator);

    @Override
    default void value(Evaluator evaluator, CellValue into) {
        into.setObject(logical(evaluator));
    }
}
