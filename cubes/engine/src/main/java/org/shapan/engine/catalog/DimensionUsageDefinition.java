package org.shapan.engine.catalog;

/**
 * A cube's use of a shared dimension.
 *
 * @param level the grain of the fact table: it joins a distinct projection of the dimension at this level; null for the finest
 * @param bridge null where facts join the dimension itself
 */
public record DimensionUsageDefinition(
        String name,
        String source,
        String foreignKey,
        String level,
        String usagePrefix,
        BridgeDefinition bridge,
        Presentation presentation,
        Place place)
        implements CubeDimension {}
