package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;
import org.shapan.engine.star.Dimension;

/** A dimension by name. */
public record DimensionExp(Dimension dimension, Region region) implements Exp {
    @Override
    public Type type() {
        return Type.dimension(dimension);
    }
}
