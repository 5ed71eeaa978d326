package org.shapan.engine.calc.eval;

import org.shapan.engine.star.Level;

/** Computes a level, never null. */
@FunctionalInterface
public non-sealed interface LevelCalc extends Calc {
    Level level(Evaluator evaluator);
}
