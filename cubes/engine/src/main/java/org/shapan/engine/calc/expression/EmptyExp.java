package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;

/** An argument left out. */
public record EmptyExp(Region region) implements Exp {
    @Override
    public Type type() {
        return Type.EMPTY;
    }
}
