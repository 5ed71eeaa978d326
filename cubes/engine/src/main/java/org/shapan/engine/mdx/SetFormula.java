package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code SET name AS body}; the body may have stood in quotes. */
public record SetFormula(Identifier name, Expression body, Region region) implements Formula {

    public SetFormula {
        requireNonNull(name, "name is null");
        requireNonNull(body, "body is null");
        requireNonNull(region, "region is null");
    }
}
