package org.shapan.engine.calc.eval;

import org.shapan.engine.cell.TupleList;

/** Computes a set: tuples in order, duplicates kept, never null. */
@FunctionalInterface
public non-sealed interface SetCalc extends Calc {
    TupleList set(Evaluator evaluator);
}
