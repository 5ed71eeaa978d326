package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;

/** A number that is always whole, such as a count; its value is exact. */
@FunctionalInterface
public interface IntegerCalc extends NumericCalc {
    @Override
    double number(Evaluator evaluator);

    @Override
    default void value(Evaluator evaluator, CellValue into) {
        double number = number(evaluator);
        if (Nulls.isNull(number)) {
            into.setEmpty();
        } else {
            into.setExact((long) number, 0);
        }
    }
}
