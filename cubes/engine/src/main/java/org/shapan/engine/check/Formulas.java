package org.shapan.engine.check;

import java.util.List;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.catalog.CalculatedMemberDefinition;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.FormulaProperty;
import org.shapan.engine.catalog.NamedSetDefinition;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.VirtualCubeDefinition;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;

/** Calculated members, their properties, KPIs and named sets that do not compile: errors. A formula that is no MDX at all was told at binding. */
final class Formulas implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (CubeDefinition cube : subject.definition().cubes()) {
            check(subject, cube.name(), cube.calculatedMembers(), cube.namedSets(), findings);
        }
        for (VirtualCubeDefinition cube : subject.definition().virtualCubes()) {
            check(subject, cube.name(), cube.calculatedMembers(), cube.namedSets(), findings);
        }
    }

    private static void check(
            Subject subject,
            String name,
            List<CalculatedMemberDefinition> members,
            List<NamedSetDefinition> sets,
            Findings findings) {
        Cube cube = subject.catalog().cube(name).orElse(null);
        if (cube == null) {
            return;
        }
        CubeFormulas formulas = new CubeFormulas(CatalogAccess.full(cube));
        for (CalculatedMemberDefinition definition : members) {
            for (CalculatedMember member : cube.calculatedMembers()) {
                if (isOf(member, definition)) {
                    String what = "calculated member '" + definition.name() + "'";
                    attempt(definition.formula(), what, () -> formulas.calculation(member), findings);
                    for (FormulaProperty property : definition.properties()) {
                        if (property.expression() != null) {
                            attempt(
                                    property.expression(),
                                    what + ", property " + property.name(),
                                    () -> formulas.property(member, property.name()),
                                    findings);
                        }
                    }
                }
            }
        }
        Faults faults = new Faults();
        formulas.checkKpis(faults);
        faults.found().forEach(findings::faults);
        for (NamedSetDefinition set : sets) {
            attempt(set.formula(), "named set '" + set.name() + "'", () -> formulas.check(set.name()), findings);
        }
        for (NamedSetDefinition set : subject.definition().namedSets()) {
            attempt(
                    set.formula(),
                    "named set '" + set.name() + "' in cube '" + name + "'",
                    () -> formulas.check(set.name()),
                    findings);
        }
    }

    private static boolean isOf(CalculatedMember member, CalculatedMemberDefinition definition) {
        return member.name().equals(definition.name())
                && (definition.parent() == null) == (member.parent() == null)
                && (definition.dimension() == null
                        || member.hierarchy().dimension().name().equalsIgnoreCase(definition.dimension()));
    }

    private static void attempt(Formula formula, String what, Runnable compile, Findings findings) {
        try {
            compile.run();
        } catch (EngineException e) {
            // The place that a message names is in the formula of another member when that is what does not compile.
            Place place = e.file().isPresent() ? formula.place() : formula.placeOf(e);
            findings.error(place, what + ": " + e.what(), "Correct the formula");
        }
    }
}
