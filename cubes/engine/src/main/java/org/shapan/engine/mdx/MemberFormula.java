package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code MEMBER name AS body, property = value …}.
 *
 * @param body the expression, whether or not it stood in quotes
 * @param properties {@code SOLVE_ORDER}, {@code FORMAT_STRING} or any other, in order
 */
public record MemberFormula(Identifier name, Expression body, List<PropertyDefinition> properties, Region region)
        implements Formula {

    public MemberFormula {
        requireNonNull(name, "name is null");
        requireNonNull(body, "body is null");
        properties = List.copyOf(properties);
        requireNonNull(region, "region is null");
    }
}
