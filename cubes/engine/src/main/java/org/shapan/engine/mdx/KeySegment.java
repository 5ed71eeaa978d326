package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * A member by its key, {@code &[1997]}, {@code &CA}, or by a compound key, {@code &[CA]&[7]}.
 *
 * @param keys the parts of the key, at least one
 */
public record KeySegment(List<NameSegment> keys, Region region) implements Segment {

    public KeySegment {
        keys = List.copyOf(keys);
        requireNonNull(region, "region is null");
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one part");
        }
    }
}
