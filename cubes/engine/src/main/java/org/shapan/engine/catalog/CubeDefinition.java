package org.shapan.engine.catalog;

import java.util.List;

/**
 * A cube over one fact table.
 *
 * @param defaultMeasure name, or null for the first
 * @param enabled cubes that are not are left out
 * @param details rows of a drill-through, null for those of the facts
 */
public record CubeDefinition(
        String name,
        String defaultMeasure,
        boolean enabled,
        RelationDefinition.Leaf fact,
        List<CubeDimension> dimensions,
        List<MeasureDefinition> measures,
        List<CalculatedMemberDefinition> calculatedMembers,
        List<NamedSetDefinition> namedSets,
        List<KpiDefinition> kpis,
        DetailsDefinition details,
        Presentation presentation,
        Place place) {
    public CubeDefinition {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        calculatedMembers = List.copyOf(calculatedMembers);
        namedSets = List.copyOf(namedSets);
        kpis = List.copyOf(kpis);
    }
}
