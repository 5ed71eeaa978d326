package org.shapan.engine.calc.eval;

import org.shapan.engine.star.Dimension;

/** Computes a dimension, never null. */
@FunctionalInterface
public non-sealed interface DimensionCalc extends Calc {
    Dimension dimension(Evaluator evaluator);
}
