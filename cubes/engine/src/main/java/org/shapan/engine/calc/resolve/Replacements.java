package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.catalog.KpiDefinition.Part;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Kpi;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Calls that stand for elements of the cube and are replaced by them: parts of KPIs, the measures of a fact, the root of the cube. */
final class Replacements {
    private static final Map<String, Part> KPI_FUNCTIONS = Map.of(
            "KPIVALUE", Part.VALUE,
            "KPIGOAL", Part.GOAL,
            "KPISTATUS", Part.STATUS,
            "KPITREND", Part.TREND,
            "KPIWEIGHT", Part.WEIGHT,
            "KPICURRENTTIMEMEMBER", Part.CURRENT_TIME_MEMBER);

    private final Cube cube;
    private final Visibility visibility;
    private final Overloads overloads;
    private final Function<Expression, Exp> catalogFormula;

    /** @param catalogFormula resolves an expression of the catalog */
    Replacements(Cube cube, Visibility visibility, Overloads overloads, Function<Expression, Exp> catalogFormula) {
        this.cube = requireNonNull(cube, "cube is null");
        this.visibility = requireNonNull(visibility, "visibility is null");
        this.overloads = requireNonNull(overloads, "overloads is null");
        this.catalogFormula = requireNonNull(catalogFormula, "catalogFormula is null");
    }

    /**
     * What a call stands for; null when it is none of these.
     *
     * @throws EngineException MDX_UNKNOWN_NAME for a KPI or fact that is not there or not to be seen
     */
    Exp resolve(FunctionCall call) {
        if (call.syntax() != Syntax.FUNCTION) {
            return null;
        }
        String function = call.name().toUpperCase(Locale.ROOT);
        if (function.equals("ROOT") && call.args().isEmpty()) {
            return root(call.region());
        }
        if (call.args().size() != 1 || !(call.args().get(0) instanceof StringLiteral(String name, Region _))) {
            return null;
        }
        if (function.equals("MEASUREGROUPMEASURES")) {
            return measures(name, call.region());
        }
        Part part = KPI_FUNCTIONS.get(function);
        return part == null ? null : kpi(name, part, call.region());
    }

    private Exp root(Region region) {
        List<Exp> tops = cube.hierarchies().stream()
                .filter(hierarchy -> !hierarchy.isMeasures() && visibility.canSee(hierarchy))
                .map(hierarchy -> top(hierarchy, region))
                .toList();
        return overloads.call("()", Syntax.PARENTHESES, tops, region);
    }

    private Exp top(Hierarchy hierarchy, Region region) {
        return hierarchy.hasAll() && visibility.canSee(hierarchy.allMember())
                ? new MemberExp(hierarchy.allMember(), region)
                : overloads.call(
                        "DefaultMember", Syntax.PROPERTY, List.of(new HierarchyExp(hierarchy, region)), region);
    }

    private Exp measures(String group, Region region) {
        List<StoredMeasure> all = cube.storedMeasures().stream()
                .filter(measure -> measure.factGroup().name().equalsIgnoreCase(group))
                .toList();
        if (all.isEmpty()) {
            List<String> names = cube.factGroups().stream().map(FactGroup::name).toList();
            throw unknown("The cube has no fact table '" + group + "'", group, names, region);
        }
        List<Exp> seen = all.stream()
                .filter(measure -> measure.visible() && visibility.canSee(measure))
                .map(measure -> (Exp) new MemberExp(measure, region))
                .toList();
        if (seen.isEmpty()) {
            Exp none = new MemberExp(cube.measures().nullMember(), region);
            return overloads.call("{}", Syntax.BRACES, List.of(none), region);
        }
        return overloads.call("{}", Syntax.BRACES, seen, region);
    }

    private Exp kpi(String name, Part part, Region region) {
        List<Kpi> seen = cube.kpis().stream()
                .filter(kpi -> kpi.isSeen(visibility::canSee))
                .toList();
        Kpi kpi = seen.stream()
                .filter(k -> k.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "The cube has no KPI '" + name + "'",
                        name,
                        seen.stream().map(Kpi::name).toList(),
                        region));
        if (part == Part.CURRENT_TIME_MEMBER) {
            return timeMember(kpi, region);
        }
        Member measure = kpi.measure(part);
        return measure == null ? LiteralExp.nothing(region) : new MemberExp(measure, region);
    }

    private Exp timeMember(Kpi kpi, Region region) {
        Kpi.Bound bound = kpi.formulas().get(Part.CURRENT_TIME_MEMBER);
        if (bound == null) {
            return cube.dimensions().stream()
                    .filter(Dimension::isTime)
                    .map(dimension -> dimension.hierarchies().get(0))
                    .filter(visibility::canSee)
                    .findFirst()
                    .map(hierarchy -> overloads.call(
                            "CurrentMember", Syntax.PROPERTY, List.of(new HierarchyExp(hierarchy, region)), region))
                    .orElseGet(() -> LiteralExp.nothing(region));
        }
        Exp member = catalogFormula.apply(bound.formula());
        if (member.type().kind() != Kind.MEMBER) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "The time member of KPI '" + kpi.name() + "' must be a member, but it is a "
                            + member.type().kind(),
                    region,
                    null);
        }
        return member;
    }

    private static EngineException unknown(String message, String name, List<String> names, Region region) {
        return new EngineException(
                OlapErrorCode.MDX_UNKNOWN_NAME, message + Suggestions.phrase(name, names), region, null);
    }
}
