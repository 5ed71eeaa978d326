package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.CalculatedMemberDefinition;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.FormulaProperty;
import org.shapan.engine.catalog.TimeCalculationsDefinition;
import org.shapan.engine.catalog.TimeCalculationsDefinition.Calculation;
import org.shapan.engine.sql.SqlExecutor;

/** The time calculations of one cube as calculated members. */
final class TimeCalculations {
    private static final String GROWTH_FORMAT = "0.00%";

    /** The dimensions of calculations and the hierarchy that each follows. */
    private final Map<BoundDimension, BoundHierarchy> followed = new LinkedHashMap<>();

    /** @throws org.shapan.engine.api.EngineException CATALOG_INVALID when the cube lacks the time hierarchy */
    TimeCalculations(BoundCube cube) {
        for (Dimension dimension : cube.dimensions()) {
            if (dimension instanceof BoundDimension bound && bound.calculations() != null) {
                followed.put(bound, time(cube, bound));
            }
        }
    }

    private static BoundHierarchy time(BoundCube cube, BoundDimension dimension) {
        TimeCalculationsDefinition definition = dimension.calculations();
        if (ElementLookup.hierarchy(cube, definition.hierarchy()) instanceof BoundHierarchy hierarchy
                && hierarchy.dimension().isTime()) {
            return hierarchy;
        }
        throw CatalogErrors.invalid(
                definition.place(),
                "time calculations '" + dimension.name() + "': cube '" + cube.name() + "' has no time hierarchy '"
                        + definition.hierarchy() + "'");
    }

    List<PeriodMapping> mappings(RelationBinder relations, SqlExecutor sql) {
        List<PeriodMapping> made = new ArrayList<>();
        followed.forEach((dimension, time) -> dimension
                .calculations()
                .mappings()
                .forEach(mapping -> made.add(PeriodMapping.of(mapping, time, relations, sql))));
        return made;
    }

    /** Those that base cubes have bound. */
    List<PeriodMapping> mappingsOf(Collection<BoundCube> baseCubes) {
        List<PeriodMapping> made = new ArrayList<>();
        followed.forEach((dimension, time) -> {
            for (TimeCalculationsDefinition.PeriodMapping wanted :
                    dimension.calculations().mappings()) {
                baseCubes.stream()
                        .flatMap(cube -> cube.periodMappings().stream())
                        .filter(mapping -> mapping.definition() == wanted)
                        .map(mapping -> mapping.in(time))
                        .filter(mapping -> mapping != null)
                        .findFirst()
                        .ifPresent(made::add);
            }
        });
        return made;
    }

    /** The calculated members of the cube with those of its time calculations. */
    List<CalculatedMemberDefinition> addedTo(List<CalculatedMemberDefinition> own) {
        List<CalculatedMemberDefinition> members = new ArrayList<>(own);
        followed.forEach((dimension, time) -> {
            for (Calculation calculation : dimension.calculations().calculations()) {
                members.add(member(dimension, time, calculation));
            }
        });
        return members;
    }

    private static CalculatedMemberDefinition member(
            BoundDimension dimension, BoundHierarchy time, Calculation calculation) {
        TimeCalculationsDefinition all = dimension.calculations();
        TimeFormulas formulas = new TimeFormulas(time, calculation, all.averaging());
        String format =
                calculation.formatString() == null && formulas.isGrowth() ? GROWTH_FORMAT : calculation.formatString();
        return new CalculatedMemberDefinition(
                calculation.name(),
                null,
                dimension.hierarchies().get(0).uniqueName(),
                null,
                new Formula(formulas.text(), calculation.place()),
                format,
                List.of(new FormulaProperty(
                        "SOLVE_ORDER", Integer.toString(all.solveOrder()), null, calculation.place())),
                calculation.presentation(),
                calculation.place());
    }
}
