package org.shapan.engine.catalog;

import java.util.List;

/**
 * A dimension, shared or private.
 *
 * @param foreignKey null in shared dimensions
 * @param usagePrefix prefix of columns in aggregate tables that are found by name, or null
 * @param bridge null in shared dimensions, and where facts join the dimension itself
 * @param calculations for a dimension of time calculations, which facts do not know; else null
 */
public record DimensionDefinition(
        String name,
        boolean time,
        String foreignKey,
        String usagePrefix,
        BridgeDefinition bridge,
        List<HierarchyDefinition> hierarchies,
        TimeCalculationsDefinition calculations,
        Presentation presentation,
        Place place)
        implements CubeDimension {
    public DimensionDefinition {
        hierarchies = List.copyOf(hierarchies);
    }
}
