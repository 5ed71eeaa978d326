package org.shapan.engine.star;

import java.util.List;
import org.shapan.engine.catalog.DimensionDefinition;

/**
 * A dimension with its members, to be used by cubes.
 *
 * @param tables per hierarchy; empty when the hierarchies have no relation, so that each cube has members of its own
 */
record SharedDimension(DimensionDefinition definition, List<MemberTable> tables) {}
