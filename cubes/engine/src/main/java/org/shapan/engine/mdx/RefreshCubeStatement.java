package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code REFRESH CUBE name}. */
public record RefreshCubeStatement(Identifier cube, Region region) implements Statement {

    public RefreshCubeStatement {
        requireNonNull(cube, "cube is null");
        requireNonNull(region, "region is null");
    }
}
