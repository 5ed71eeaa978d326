package org.shapan.engine.calc.expression;

import java.util.List;

/** Finds the type of a call from its arguments. */
@FunctionalInterface
public interface TypeRule {
    /**
     * @throws org.shapan.engine.api.EngineException MDX_TYPE, without a place, when the arguments do not go together
     */
    Type type(List<Exp> args);
}
