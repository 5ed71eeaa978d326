package org.shapan.engine.star;

import org.shapan.engine.sql.DataType;

/**
 * A property that members of a level carry.
 *
 * @param dataType of the values
 * @param dependsOnLevelValue whether one value follows from the key, so that SQL need not group by it
 */
public record MemberProperty(String name, DataType dataType, Labels labels, boolean dependsOnLevelValue) {}
