package org.shapan.engine.catalog;

import java.util.List;

/** A cube made of dimensions and measures of other cubes. */
public record VirtualCubeDefinition(
        String name,
        String defaultMeasure,
        boolean enabled,
        List<CubeUsage> cubeUsages,
        List<Dimension> dimensions,
        List<Measure> measures,
        List<CalculatedMemberDefinition> calculatedMembers,
        List<NamedSetDefinition> namedSets,
        List<KpiDefinition> kpis,
        Presentation presentation,
        Place place) {
    public VirtualCubeDefinition {
        cubeUsages = List.copyOf(cubeUsages);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        calculatedMembers = List.copyOf(calculatedMembers);
        namedSets = List.copyOf(namedSets);
        kpis = List.copyOf(kpis);
    }

    /**
     * How a base cube is used.
     *
     * @param ignoreUnrelatedDimensions measures of this cube keep their value below All of dimensions it does not know, when asked
     *     through {@code ValidMeasure}
     */
    public record CubeUsage(String cubeName, boolean ignoreUnrelatedDimensions, Place place) {}

    /**
     * A dimension of the virtual cube.
     *
     * @param cubeName null for a shared dimension that all cubes use which know it
     */
    public record Dimension(String cubeName, String name, Presentation presentation, Place place) {}

    /**
     * A measure of the virtual cube.
     *
     * @param name unique name in its cube, such as {@code [Measures].[Amount]}; stored or calculated
     * @param valid whether dimensions that its cube does not know are ignored for it
     * @param presentation what it says for itself; the rest is that of the measure
     */
    public record Measure(String cubeName, String name, boolean valid, Presentation presentation, Place place) {}
}
