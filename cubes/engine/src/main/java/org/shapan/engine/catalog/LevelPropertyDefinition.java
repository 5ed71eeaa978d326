package org.shapan.engine.catalog;

/**
 * A property of a level.
 *
 * @param type as written, {@code String} where nothing is
 */
public record LevelPropertyDefinition(
        String name,
        ColumnExpression column,
        String type,
        boolean dependsOnLevelValue,
        Presentation presentation,
        Place place) {}
