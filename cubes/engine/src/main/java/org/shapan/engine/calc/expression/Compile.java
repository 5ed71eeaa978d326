package org.shapan.engine.calc.expression;

import org.shapan.engine.calc.eval.Calc;

/** Compiles a call of one overload: the heart of a function. */
@FunctionalInterface
public interface Compile {
    /**
     * @return a calculator of the overload's kind: {@code SetCalc} for a set, {@code NumericCalc} for a number …
     * @throws org.shapan.engine.api.EngineException MDX_TYPE for arguments that the signature allows but the function does not
     */
    Calc compile(CallExp call, ExpCompiler compiler);
}
