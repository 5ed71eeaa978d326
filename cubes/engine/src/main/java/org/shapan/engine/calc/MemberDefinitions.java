package org.shapan.engine.calc;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.MemberFormula;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.NumericLiteral;
import org.shapan.engine.mdx.PropertyDefinition;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.Element;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Labels;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Makes calculated members of the formulas of a WITH clause. */
final class MemberDefinitions {
    private MemberDefinitions() {}

    /**
     * @throws EngineException MDX_UNKNOWN_NAME when the place of the member does not exist, MDX_TYPE when it cannot have members
     */
    static CalculatedMember define(MemberFormula formula, Cube cube, CubeFormulas formulas) {
        List<Segment> segments = formula.name().segments();
        Region region = formula.region();
        if (!(segments.getLast() instanceof NameSegment(String name, boolean _, Region _))) {
            throw error("A calculated member has a name, not a key: " + formula.name(), region);
        }
        Element place = segments.size() == 1
                ? cube.measures()
                : formulas.element(segments.subList(0, segments.size() - 1), region);
        Hierarchy hierarchy;
        Member parent = null;
        Level level;
        switch (place) {
            case Dimension dimension -> {
                hierarchy = dimension.hierarchies().get(0);
                level = hierarchy.levels().get(0);
            }
            case Hierarchy h -> {
                hierarchy = h;
                level = h.levels().get(0);
            }
            case Level l -> {
                hierarchy = l.hierarchy();
                level = hierarchy.levels().get(0);
            }
            case Member member -> {
                hierarchy = member.hierarchy();
                parent = member;
                level = levelBelow(member, name, region);
            }
            default -> throw error("No place for a calculated member: " + formula.name(), region);
        }
        Map<String, Expression> properties = properties(formula);
        String uniqueName =
                (parent == null ? hierarchy.uniqueName() : parent.uniqueName()) + ".[" + name.replace("]", "]]") + "]";
        return new CalculatedMember(
                hierarchy.nextCalculatedId(),
                level,
                parent,
                name,
                uniqueName,
                labels(properties),
                formula.body(),
                properties,
                solveOrder(properties.get("SOLVE_ORDER"), region),
                true);
    }

    private static Level levelBelow(Member parent, String name, Region region) {
        if (parent.isCalculated()) {
            throw error("[" + name + "] cannot stand below " + parent.uniqueName() + ", a calculated member", region);
        }
        if (parent.level().isParentChild()) {
            return parent.level();
        }
        List<Level> levels = parent.hierarchy().levels();
        int below = levels.indexOf(parent.level()) + 1;
        if (below >= levels.size()) {
            throw error(
                    "[" + name + "] cannot stand below " + parent.uniqueName() + ", a member of the lowest level",
                    region);
        }
        return levels.get(below);
    }

    private static Map<String, Expression> properties(MemberFormula formula) {
        Map<String, Expression> properties = new LinkedHashMap<>();
        for (PropertyDefinition property : formula.properties()) {
            String name = property.name().toUpperCase(Locale.ROOT);
            if (name.startsWith("CELL_FORMATTER")) {
                throw new EngineException(
                        OlapErrorCode.NOT_SUPPORTED,
                        "User-written formatters are refused; use FORMAT_STRING",
                        property.region(),
                        null);
            }
            properties.put(name.equals("FORMAT") ? "FORMAT_STRING" : name, property.value());
        }
        return properties;
    }

    private static Labels labels(Map<String, Expression> properties) {
        if (properties.get("CAPTION") instanceof StringLiteral(String caption, Region _)) {
            return new Labels(Map.of("", caption), Map.of(), true, null, Map.of());
        }
        return Labels.NONE;
    }

    private static int solveOrder(Expression value, Region region) {
        return switch (value) {
            case null -> 0;
            case NumericLiteral(BigDecimal number, Region _) -> number.intValue();
            case FunctionCall(String name, Syntax _, List<Expression> args, Region _)
            when name.equals("-") && args.size() == 1 -> -solveOrder(args.get(0), region);
            case FunctionCall(String _, Syntax syntax, List<Expression> args, Region _)
            when syntax == Syntax.PARENTHESES && args.size() == 1 -> solveOrder(args.get(0), region);
            default -> throw error("SOLVE_ORDER is a number", region);
        };
    }

    private static EngineException error(String message, Region region) {
        return new EngineException(OlapErrorCode.MDX_TYPE, message, region, null);
    }
}
