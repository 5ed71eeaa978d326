package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code NULL}. */
public record NullLiteral(Region region) implements Expression {

    public NullLiteral {
        requireNonNull(region, "region is null");
    }
}
