package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code DROP [SESSION] CUBE name}. */
public record DropCubeStatement(boolean session, Identifier cube, Region region) implements Statement {

    public DropCubeStatement {
        requireNonNull(cube, "cube is null");
        requireNonNull(region, "region is null");
    }
}
