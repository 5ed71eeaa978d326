package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code CREATE [SESSION] MEMBER|SET cube.name AS …}. The first segment of the formula's name is the cube. */
public record CreateFormulaStatement(boolean session, Formula formula, Region region) implements Statement {

    public CreateFormulaStatement {
        requireNonNull(formula, "formula is null");
        requireNonNull(region, "region is null");
    }
}
