package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * A dotted name, {@code [Store].[USA].&[CA].Children}. As long as the parts are names or keys they form one identifier; whether the
 * last ones are properties or members is for the resolver to say.
 *
 * @param segments the parts, at least one
 */
public record Identifier(List<Segment> segments, Region region) implements Expression {

    public Identifier {
        segments = List.copyOf(segments);
        requireNonNull(region, "region is null");
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("an identifier has at least one segment");
        }
    }

    /** The text as MDX, for messages: {@code [Store].[USA].Children}. */
    @Override
    public String toString() {
        return Unparser.unparse(this);
    }
}
