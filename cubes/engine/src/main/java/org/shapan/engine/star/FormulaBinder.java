package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CalculatedMemberDefinition;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.FormulaProperty;
import org.shapan.engine.catalog.NamedSetDefinition;
import org.shapan.engine.catalog.ParameterDefinition;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.StringLiteral;

/** Parses formulas of a catalog and makes calculated members and named sets of them. */
final class FormulaBinder {
    private static final String SOLVE_ORDER = "SOLVE_ORDER";
    private static final String FORMAT_STRING = "FORMAT_STRING";

    private FormulaBinder() {}

    /** A calculated member with its formulas parsed, not yet of a cube. */
    record Parsed(
            CalculatedMemberDefinition definition,
            Expression formula,
            Map<String, Expression> properties,
            int solveOrder) {}

    /** Those that are MDX and have a hierarchy in the cube; the others are faults. */
    static List<Parsed> parse(List<CalculatedMemberDefinition> definitions, Cube cube, Faults faults) {
        List<Parsed> parsed = new ArrayList<>();
        for (CalculatedMemberDefinition definition : definitions) {
            faults.attempt(() -> {
                hierarchy(cube, definition);
                parsed.add(parse(definition));
            });
        }
        return parsed;
    }

    /** Those that are MDX; the others are faults. */
    static List<NamedSet> parse(List<NamedSetDefinition> definitions, Faults faults) {
        List<NamedSet> parsed = new ArrayList<>();
        definitions.forEach(definition -> faults.attempt(() -> {
            parsed.add(parse(definition));
        }));
        return parsed;
    }

    private static Parsed parse(CalculatedMemberDefinition definition) {
        String what = "calculated member '" + definition.name() + "'";
        Map<String, Expression> properties = new HashMap<>();
        int solveOrder = 0;
        if (definition.formatString() != null) {
            properties.put(FORMAT_STRING, text(definition.formatString(), definition.place()));
        }
        for (FormulaProperty property : definition.properties()) {
            if (property.name().equals(SOLVE_ORDER) && property.value() != null) {
                solveOrder = solveOrder(property);
            }
            properties.put(
                    property.name(),
                    property.value() == null
                            ? expression(property.expression(), what + ", property " + property.name())
                            : text(property.value(), property.place()));
        }
        return new Parsed(definition, expression(definition.formula(), what), properties, solveOrder);
    }

    private static NamedSet parse(NamedSetDefinition definition) {
        return new NamedSet(
                definition.name(),
                LabelsOf.presentation(definition.presentation()),
                expression(definition.formula(), "named set '" + definition.name() + "'"),
                definition.formula());
    }

    static CatalogParameter parse(ParameterDefinition definition) {
        return new CatalogParameter(
                definition.name(),
                definition.type(),
                expression(definition.defaultValue(), "parameter '" + definition.name() + "'"),
                definition.modifiable());
    }

    private static int solveOrder(FormulaProperty property) {
        try {
            return Integer.parseInt(property.value().strip());
        } catch (NumberFormatException e) {
            throw CatalogErrors.invalid(
                    property.place(),
                    "SOLVE_ORDER must be a whole number, not '" + property.value() + "'",
                    "Write a whole number",
                    e);
        }
    }

    private static Expression text(String value, Place place) {
        return new StringLiteral(value, place.region());
    }

    /** Errors in the formula are told at their place in the file. */
    static Expression expression(Formula formula, String what) {
        try {
            return MdxParser.parseExpression(formula.text());
        } catch (EngineException e) {
            throw formula.error(what, e);
        }
    }

    /** Makes the members of a cube in order. */
    static List<CalculatedMember> members(BoundCube cube, List<Parsed> parsed) {
        List<CalculatedMember> made = new ArrayList<>();
        for (Parsed one : parsed) {
            made.add(member(cube, one));
        }
        return made;
    }

    private static CalculatedMember member(BoundCube cube, Parsed parsed) {
        CalculatedMemberDefinition definition = parsed.definition();
        Hierarchy hierarchy = hierarchy(cube, definition);
        Member parent = null;
        if (definition.parent() != null) {
            parent = ElementLookup.member(hierarchy, definition.parent());
            if (parent == null) {
                throw CatalogErrors.invalid(
                        definition.place(),
                        "calculated member '" + definition.name() + "': its parent '" + definition.parent()
                                + "' does not exist",
                        "Name a member that the rows have, or take the attribute parent out");
            }
        }
        Level level = hierarchy.levels().get(0);
        String prefix = hierarchy.uniqueName();
        if (parent != null) {
            int below = parent.level().isParentChild()
                    ? parent.level().depth()
                    : parent.level().depth() + 1;
            if (below >= hierarchy.levels().size()) {
                throw CatalogErrors.invalid(
                        definition.place(),
                        "calculated member '" + definition.name() + "': its parent is in the last level",
                        "Name a parent of a higher level");
            }
            level = hierarchy.levels().get(below);
            prefix = parent.isAll() ? prefix : parent.uniqueName();
        }
        return new CalculatedMember(
                hierarchy.nextCalculatedId(),
                level,
                parent,
                definition.name(),
                prefix + "." + Names.bracketed(definition.name()),
                LabelsOf.presentation(definition.presentation()),
                parsed.formula(),
                parsed.properties(),
                parsed.solveOrder(),
                false,
                definition.formula());
    }

    /** @throws EngineException CATALOG_INVALID when the cube has no such hierarchy */
    private static Hierarchy hierarchy(Cube cube, CalculatedMemberDefinition definition) {
        String name = definition.hierarchy() == null ? definition.dimension() : definition.hierarchy();
        Hierarchy hierarchy = ElementLookup.hierarchy(cube, name);
        if (hierarchy == null && definition.hierarchy() == null) {
            Dimension dimension = ElementLookup.dimension(cube, Names.bracketed(name));
            hierarchy = dimension == null ? null : dimension.hierarchies().get(0);
        }
        if (hierarchy == null) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    "calculated member '" + definition.name() + "': cube '" + cube.name() + "' has no hierarchy '"
                            + name + "'",
                    Spelling.remedy(
                            name,
                            cube.dimensions().stream().map(Dimension::name).toList(),
                            "Name a dimension of the cube"));
        }
        return hierarchy;
    }
}
