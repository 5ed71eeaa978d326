package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/**
 * A name between two dots, {@code [Store City]} or {@code Children}.
 *
 * @param name the name without brackets, {@code ]]} already read as {@code ]}
 * @param quoted whether it stood in brackets; an unquoted last segment may be a property such as {@code Children}
 */
public record NameSegment(String name, boolean quoted, Region region) implements Segment {

    public NameSegment {
        requireNonNull(name, "name is null");
        requireNonNull(region, "region is null");
    }
}
