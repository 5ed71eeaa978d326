package org.shapan.engine.mdx;

import org.shapan.engine.api.Region;

/** The definition of a calculated member or of a named set. */
public sealed interface Formula permits MemberFormula, SetFormula {

    Identifier name();

    Expression body();

    Region region();
}
