package org.shapan.engine.mdx;

import org.shapan.engine.api.Region;

/** What a query reads: a cube, or what a subselect leaves of one. */
public sealed interface FromClause permits CubeReference, Subselect {

    Region region();
}
