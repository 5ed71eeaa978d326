package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;

/** A resolved expression: names are elements of the cube, calls are overloads, every node has a type. */
public sealed interface Exp
        permits CallExp, DimensionExp, EmptyExp, HierarchyExp, LevelExp, LiteralExp, MemberExp, NamedSetExp, SymbolExp {
    Type type();

    /** Where it stands in the MDX text. */
    Region region();
}
