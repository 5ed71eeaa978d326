package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.CellValue;

/** Computes a number, text, truth value or date; empty is a value. */
public non-sealed interface ScalarCalc extends Calc {
    /** Sets {@code into} to the value or to empty. */
    void value(Evaluator evaluator, CellValue into);
}
