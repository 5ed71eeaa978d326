package org.shapan.engine.calc.eval;

import org.shapan.engine.star.Member;

/** Computes a tuple: one member per hierarchy, a fresh array. A tuple that contains a null member is the null tuple. */
@FunctionalInterface
public non-sealed interface TupleCalc extends Calc {
    Member[] tuple(Evaluator evaluator);
}
