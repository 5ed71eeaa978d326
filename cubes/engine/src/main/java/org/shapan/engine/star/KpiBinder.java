package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.KpiDefinition;
import org.shapan.engine.catalog.KpiDefinition.Part;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.NameSegment;

/** Makes the KPIs of a cube with their hidden measures. */
final class KpiBinder {
    private final List<Parsed> parsed = new ArrayList<>();

    private record Parsed(KpiDefinition definition, Map<Part, Expression> formulas) {}

    /** Those whose formulas are MDX; the others are faults. */
    KpiBinder(List<KpiDefinition> definitions, Faults faults) {
        for (KpiDefinition definition : definitions) {
            faults.attempt(() -> {
                Map<Part, Expression> formulas = new EnumMap<>(Part.class);
                definition
                        .formulas()
                        .forEach((part, formula) ->
                                formulas.put(part, FormulaBinder.expression(formula, what(definition, part))));
                parsed.add(new Parsed(definition, formulas));
            });
        }
    }

    static String what(KpiDefinition definition, Part part) {
        return "KPI '" + definition.name() + "', " + part.label();
    }

    /**
     * Makes the KPIs.
     *
     * @param members calculated members of the cube; the measures of the KPIs are added
     */
    List<Kpi> bind(BoundCube cube, List<CalculatedMember> members) {
        List<Kpi> kpis = new ArrayList<>();
        for (Parsed one : parsed) {
            KpiDefinition definition = one.definition;
            Map<Part, Kpi.Bound> formulas = new EnumMap<>(Part.class);
            one.formulas.forEach((part, expression) -> {
                Formula text = definition.formulas().get(part);
                formulas.put(
                        part, new Kpi.Bound(text, expression, measure(cube, definition, part, expression, members)));
            });
            kpis.add(new Kpi(
                    definition.name(),
                    LabelsOf.presentation(definition.presentation()),
                    definition.parent(),
                    definition.statusGraphic(),
                    definition.trendGraphic(),
                    formulas));
        }
        return kpis;
    }

    private static Member measure(
            BoundCube cube,
            KpiDefinition definition,
            Part part,
            Expression expression,
            List<CalculatedMember> members) {
        if (part == Part.CURRENT_TIME_MEMBER) {
            return null;
        }
        Member own = part == Part.VALUE ? named(cube, expression, members) : null;
        return own == null ? hidden(cube, definition, part, expression, members) : own;
    }

    /** The measure of the cube that an expression is the name of, or null. */
    private static Member named(BoundCube cube, Expression expression, List<CalculatedMember> members) {
        if (!(expression instanceof Identifier identifier)
                || identifier.segments().size() != 2
                || !(identifier.segments().get(0) instanceof NameSegment first)
                || !(identifier.segments().get(1) instanceof NameSegment second)
                || !first.name().equalsIgnoreCase(BoundMeasures.NAME)) {
            return null;
        }
        return measure(cube, second.name(), members);
    }

    private static Member measure(BoundCube cube, String name, List<CalculatedMember> members) {
        Member stored = cube.measures().childByName(null, name);
        return stored != null
                ? stored
                : members.stream()
                        .filter(member -> member.isMeasure() && member.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    private static Member hidden(
            BoundCube cube,
            KpiDefinition definition,
            Part part,
            Expression expression,
            List<CalculatedMember> members) {
        String name = definition.name() + " " + part.label();
        if (measure(cube, name, members) != null) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    what(definition, part) + ": the cube has a measure '" + name + "' already",
                    "Call one of them otherwise");
        }
        Hierarchy measures = cube.measures();
        CalculatedMember made = new CalculatedMember(
                measures.nextCalculatedId(),
                measures.levels().get(0),
                null,
                name,
                measures.uniqueName() + "." + Names.bracketed(name),
                LabelsOf.hidden(Labels.NONE),
                expression,
                Map.of(),
                0,
                false);
        members.add(made);
        return made;
    }
}
