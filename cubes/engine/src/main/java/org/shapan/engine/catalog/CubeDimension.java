package org.shapan.engine.catalog;

/** A dimension of a cube: its own, or a usage of a shared one. */
public sealed interface CubeDimension permits DimensionDefinition, DimensionUsageDefinition {
    String name();

    /** Column of the fact table, or null when the dimension's columns lie in the fact table. */
    String foreignKey();

    /** What lies between the facts and the dimension, or null. */
    BridgeDefinition bridge();

    Presentation presentation();

    Place place();
}
