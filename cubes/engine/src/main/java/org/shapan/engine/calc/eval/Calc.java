package org.shapan.engine.calc.eval;

/**
 * A compiled expression. Stateless, so that one compiled query can run in many threads; whatever changes lives in the
 * {@link Evaluator}.
 */
public sealed interface Calc
        permits MemberCalc, TupleCalc, SetCalc, LevelCalc, HierarchyCalc, DimensionCalc, ScalarCalc {}
