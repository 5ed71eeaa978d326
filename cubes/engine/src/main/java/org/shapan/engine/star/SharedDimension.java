package org.shapan.engine.star;

import java.util.List;
import org.shapan.engine.catalog.DimensionDefinition;

/**
 * A dimension with its members, to be used by cubes.
 *
 * @param sources per hierarchy where its members come from; each cube has members of its own where there is no relation
 */
record SharedDimension(DimensionDefinition definition, List<Source> sources) {
    SharedDimension {
        sources = List.copyOf(sources);
    }

    /** @param table null when the columns lie in the fact table, or when the hierarchy does not fit the database */
    record Source(MemberTable table, boolean broken) {}
}
