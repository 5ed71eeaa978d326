package org.shapan.warehouse.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shapan.engine.catalog.CalculatedMemberDefinition;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.engine.catalog.Presentation;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.catalog.VirtualCubeDefinition;

/** The catalog as the engine reads it, and its measures by the cube a user sees them in. */
final class Telecom {

    /**
     * A measure, stored or calculated.
     *
     * @param source {@code table.column} of a stored measure, null of a calculated one
     * @param aggregation how a stored measure combines, null of a calculated one
     */
    record Shown(String name, String formatString, String source, String aggregation, Presentation presentation) {
        String annotation(String annotation) {
            return presentation.annotations().get(annotation);
        }
    }

    private final CatalogDefinition catalog = new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
            .read(TelecomCatalog.FILE, TelecomCatalog.text());

    CatalogDefinition catalog() {
        return catalog;
    }

    /** The shared dimensions of the star; calculations along time have no table. */
    List<DimensionDefinition> dimensions() {
        return catalog.dimensions().stream()
                .filter(dimension -> dimension.calculations() == null)
                .toList();
    }

    /** Every measure where it is defined, by cube. */
    Map<String, List<Shown>> defined() {
        Map<String, List<Shown>> byCube = new LinkedHashMap<>();
        for (CubeDefinition cube : catalog.cubes()) {
            byCube.put(
                    cube.name(),
                    Stream.concat(
                                    cube.measures().stream().map(m -> stored(cube, m)),
                                    cube.calculatedMembers().stream().map(Telecom::calculated))
                            .toList());
        }
        for (VirtualCubeDefinition cube : catalog.virtualCubes()) {
            byCube.put(
                    cube.name(),
                    cube.calculatedMembers().stream().map(Telecom::calculated).toList());
        }
        return byCube;
    }

    /** The measures of the cubes that users see. */
    Map<String, List<Shown>> visible() {
        Map<String, List<Shown>> defined = defined();
        Map<String, List<Shown>> visible = new LinkedHashMap<>();
        catalog.cubes().stream()
                .filter(cube -> cube.presentation().visible())
                .forEach(cube -> visible.put(cube.name(), defined.get(cube.name())));
        for (VirtualCubeDefinition cube : catalog.virtualCubes()) {
            List<Shown> measures = new ArrayList<>();
            for (VirtualCubeDefinition.Measure measure : cube.measures()) {
                Shown found = find(defined, measure);
                if (found.presentation().visible()) {
                    measures.add(found);
                }
            }
            measures.addAll(defined.get(cube.name()));
            visible.put(cube.name(), measures);
        }
        return visible;
    }

    /** Presentation of a cube by name. */
    Presentation cube(String name) {
        return Stream.concat(
                        catalog.cubes().stream()
                                .filter(c -> c.name().equals(name))
                                .map(CubeDefinition::presentation),
                        catalog.virtualCubes().stream()
                                .filter(c -> c.name().equals(name))
                                .map(VirtualCubeDefinition::presentation))
                .findFirst()
                .orElseThrow();
    }

    private static Shown find(Map<String, List<Shown>> defined, VirtualCubeDefinition.Measure measure) {
        return defined.getOrDefault(measure.cubeName(), List.of()).stream()
                .filter(m -> ("[Measures].[" + m.name() + "]").equals(measure.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(measure.place() + ": no such measure"));
    }

    private static Shown stored(CubeDefinition cube, MeasureDefinition measure) {
        String table = ((RelationDefinition.Table) cube.fact()).name();
        String column = ((org.shapan.engine.catalog.ColumnExpression.Column) measure.expression()).name();
        String time = measure.timeAggregation() == null ? "" : ", " + measure.timeAggregation() + " of the period";
        return new Shown(
                measure.name(),
                measure.formatString(),
                table + "." + column,
                measure.aggregator() + time,
                measure.presentation());
    }

    private static Shown calculated(CalculatedMemberDefinition member) {
        return new Shown(member.name(), member.formatString(), null, null, member.presentation());
    }
}
