package org.shapan.engine.calc.eval;

import org.shapan.engine.star.Hierarchy;

/** Computes a hierarchy, never null. */
@FunctionalInterface
public non-sealed interface HierarchyCalc extends Calc {
    Hierarchy hierarchy(Evaluator evaluator);
}
