package org.shapan.engine.calc.function;

/** Functions that belong together. */
@FunctionalInterface
interface Family {
    void define(FunctionTable.Builder table);
}
