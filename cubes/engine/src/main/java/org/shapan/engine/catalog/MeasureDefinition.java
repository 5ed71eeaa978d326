package org.shapan.engine.catalog;

import java.util.List;

/**
 * A stored measure.
 *
 * @param expression null for the count of rows
 * @param aggregator as written, lower case: {@code sum}, {@code count}, {@code min}, {@code max}, {@code avg},
 *     {@code distinct-count} or {@code none}
 * @param timeAggregation as written: {@code last}, {@code first}, {@code lastNonEmpty}, {@code averageOfChildren}, or null
 * @param dataType as written, or null
 * @param properties cell and member properties
 */
public record MeasureDefinition(
        String name,
        ColumnExpression expression,
        String aggregator,
        String timeAggregation,
        String dataType,
        String formatString,
        List<FormulaProperty> properties,
        Presentation presentation,
        Place place) {
    public MeasureDefinition {
        properties = List.copyOf(properties);
    }
}
