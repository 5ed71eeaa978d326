package org.shapan.engine.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A table between facts and a dimension.
 *
 * @param factKey its column that equals the foreign key of the facts
 * @param dimensionKey its column that equals the primary key of the dimension
 */
public record BridgeDefinition(RelationDefinition.Leaf relation, String factKey, String dimensionKey, Place place) {
    public BridgeDefinition {
        requireNonNull(relation, "relation is null");
    }
}
