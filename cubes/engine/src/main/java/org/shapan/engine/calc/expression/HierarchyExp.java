package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;
import org.shapan.engine.star.Hierarchy;

/** A hierarchy by name. */
public record HierarchyExp(Hierarchy hierarchy, Region region) implements Exp {
    @Override
    public Type type() {
        return Type.hierarchy(hierarchy);
    }
}
