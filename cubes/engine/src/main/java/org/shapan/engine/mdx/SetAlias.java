package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code set AS name}: a set that later parts of the same expression refer to by name. */
public record SetAlias(Expression set, String name, Region region) implements Expression {

    public SetAlias {
        requireNonNull(set, "set is null");
        requireNonNull(name, "name is null");
        requireNonNull(region, "region is null");
    }
}
