package org.shapan.engine.catalog;

import java.util.List;

/**
 * A calculated member of a cube.
 *
 * @param dimension name of its dimension, or null
 * @param hierarchy unique name of its hierarchy, or null; one of the two is given
 * @param parent unique name of its parent, or null
 */
public record CalculatedMemberDefinition(
        String name,
        String dimension,
        String hierarchy,
        String parent,
        Formula formula,
        String formatString,
        List<FormulaProperty> properties,
        Presentation presentation,
        Place place) {
    public CalculatedMemberDefinition {
        properties = List.copyOf(properties);
    }
}
