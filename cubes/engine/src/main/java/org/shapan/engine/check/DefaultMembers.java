package org.shapan.engine.check;

import java.util.List;
import java.util.stream.Stream;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RoleDefinition;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.catalog.VirtualCubeDefinition;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.ElementLookup;
import org.shapan.engine.star.Hierarchy;

/** Defaults that do not exist: a default member is an error, since queries fail, a default measure a warning, since another is taken. */
final class DefaultMembers implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.hierarchies().keySet().forEach(hierarchy -> member(hierarchy, findings));
        CatalogDefinition definition = subject.definition();
        for (CubeDefinition cube : definition.cubes()) {
            measure(subject, cube.name(), cube.defaultMeasure(), cube.place(), findings);
        }
        for (VirtualCubeDefinition cube : definition.virtualCubes()) {
            measure(subject, cube.name(), cube.defaultMeasure(), cube.place(), findings);
        }
        List<String> roles =
                definition.roles().stream().map(RoleDefinition::name).toList();
        if (definition.defaultRole() != null && !roles.contains(definition.defaultRole())) {
            findings.error(
                    definition.place(),
                    "the default role '" + definition.defaultRole() + "' does not exist",
                    Spelling.remedy(definition.defaultRole(), roles, "Define it, or take defaultRole out"));
        }
    }

    private static void member(Hierarchy hierarchy, Findings findings) {
        try {
            hierarchy.defaultMember();
        } catch (EngineException e) {
            if (!Faults.isFault(e)) {
                throw e;
            }
            findings.faults(e);
        }
    }

    private static void measure(Subject subject, String name, String measure, Place place, Findings findings) {
        Cube cube = subject.catalog().cube(name).orElse(null);
        if (cube == null || measure == null) {
            return;
        }
        List<String> measures = Stream.concat(
                        cube.storedMeasures().stream().map(m -> m.name()),
                        cube.calculatedMembers().stream()
                                .filter(m -> m.isMeasure())
                                .map(m -> m.name()))
                .toList();
        String wanted = ElementLookup.lastName(measure);
        if (measures.stream().noneMatch(wanted::equalsIgnoreCase)) {
            findings.warning(
                    place,
                    "cube '" + name + "' has no measure '" + measure
                            + "', which it names as its default; the first is taken",
                    Spelling.remedy(wanted, measures, "Name a measure of the cube"));
        }
    }
}
