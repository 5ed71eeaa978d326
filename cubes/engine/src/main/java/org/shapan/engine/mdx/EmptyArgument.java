package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** An argument left out between two commas, as in {@code DrilldownLevel(set,,,INCLUDE_CALC_MEMBERS)}. Its region is the place before the comma. */
public record EmptyArgument(Region region) implements Expression {

    public EmptyArgument {
        requireNonNull(region, "region is null");
    }
}
