package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;

/** A bare keyword, in upper case. */
public record SymbolExp(String name, Region region) implements Exp {
    @Override
    public Type type() {
        return Type.SYMBOL;
    }
}
