package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** A cube by its name. */
public record CubeReference(Identifier cube) implements FromClause {

    public CubeReference {
        requireNonNull(cube, "cube is null");
    }

    @Override
    public Region region() {
        return cube.region();
    }
}
