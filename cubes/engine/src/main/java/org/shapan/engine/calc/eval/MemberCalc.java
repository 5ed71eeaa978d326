package org.shapan.engine.calc.eval;

import org.shapan.engine.star.Member;

/** Computes a member; the null member of its hierarchy where there is none, never Java's null. */
@FunctionalInterface
public non-sealed interface MemberCalc extends Calc {
    Member member(Evaluator evaluator);
}
