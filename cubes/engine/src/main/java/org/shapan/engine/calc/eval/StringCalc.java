package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;

/** Computes a text; null for empty. */
@FunctionalInterface
public interface StringCalc extends ScalarCalc {
    String string(Evaluator evaluator);

    @Override
    default void value(Evaluator evaluator, CellValue into) {
        into.setObject(string(evaluator));
    }
}
