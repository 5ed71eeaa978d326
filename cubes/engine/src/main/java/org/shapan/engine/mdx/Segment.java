package org.shapan.engine.mdx;

import org.shapan.engine.api.Region;

/** One part of a dotted name: a {@linkplain NameSegment name} or a {@linkplain KeySegment key}. */
public sealed interface Segment permits NameSegment, KeySegment {

    Region region();
}
