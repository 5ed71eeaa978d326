package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** A text in double or single quotes; doubled quotes are already read as one. */
public record StringLiteral(String value, Region region) implements Expression {

    public StringLiteral {
        requireNonNull(value, "value is null");
        requireNonNull(region, "region is null");
    }
}
