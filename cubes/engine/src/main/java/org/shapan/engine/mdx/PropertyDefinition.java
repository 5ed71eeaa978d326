package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** A property of a calculated member: {@code FORMAT_STRING = "#,##0"}. The value is any expression. */
public record PropertyDefinition(String name, Expression value, Region region) {

    public PropertyDefinition {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
        requireNonNull(region, "region is null");
    }
}
