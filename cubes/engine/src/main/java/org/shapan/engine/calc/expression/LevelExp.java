package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;
import org.shapan.engine.star.Level;

/** A level by name. */
public record LevelExp(Level level, Region region) implements Exp {
    @Override
    public Type type() {
        return Type.level(level);
    }
}
