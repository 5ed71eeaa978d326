package org.shapan.engine.catalog;

/**
 * A parameter of the schema.
 *
 * @param type as written: {@code String}, {@code Numeric}, {@code Integer}, {@code Boolean}, {@code Date}, {@code Time},
 *     {@code Timestamp} or {@code Member}
 * @param modifiable whether a query may set it
 */
public record ParameterDefinition(
        String name, String type, Formula defaultValue, boolean modifiable, Presentation presentation, Place place) {}
