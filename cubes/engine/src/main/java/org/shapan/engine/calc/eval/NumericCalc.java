package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;

/** Computes a number without boxing it; {@link Nulls#NUMBER} stands for empty. */
@FunctionalInterface
public interface NumericCalc extends ScalarCalc {
    double number(Evaluator evaluator);

    @Override
    default void value(Evaluator evaluator, CellValue into) {
        double number = number(evaluator);
        if (Nulls.isNull(number)) {
            into.setEmpty();
        } else {
            into.setDouble(number);
        }
    }
}
