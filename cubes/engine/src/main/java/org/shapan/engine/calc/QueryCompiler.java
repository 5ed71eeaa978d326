package org.shapan.engine.calc;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.Conversions;
import org.shapan.engine.calc.expression.CrossJoins;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.WholeLevels;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.mdx.AxisClause;
import org.shapan.engine.mdx.CubeReference;
import org.shapan.engine.mdx.Formula;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.MemberFormula;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.SetFormula;
import org.shapan.engine.mdx.Subselect;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;

/** Turns a SELECT over one cube into something that can be executed, with every name and type checked. */
public final class QueryCompiler {
    private final SelectStatement select;
    private final CubeAccess access;
    private final QueryLimits limits;
    private final Locale locale;
    private final CubeFormulas formulas;

    private QueryCompiler(SelectStatement select, CubeAccess access, QueryLimits limits, Locale locale) {
        this.select = requireNonNull(select, "select is null");
        this.access = requireNonNull(access, "access is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.formulas = new CubeFormulas(access);
    }

    /**
     * Compiles a query for the cube and role of {@code access}; the caller has looked up the cube by {@link #cubeName}.
     *
     * @param locale language of captions and formats
     * @throws EngineException MDX_UNKNOWN_NAME, MDX_TYPE, NOT_SUPPORTED, each with its place
     */
    public static CompiledQuery compile(SelectStatement select, CubeAccess access, QueryLimits limits, Locale locale) {
        return new QueryCompiler(select, access, limits, locale).compile();
    }

    /** The name of the cube that a query is about, be it by way of subselects. */
    public static String cubeName(SelectStatement select) {
        return switch (select.from()) {
            case CubeReference(Identifier name) -> lastName(name);
            case Subselect subselect -> cubeName(subselect.select());
        };
    }

    private CompiledQuery compile() {
        declareParameters();
        List<CalculatedMember> members = defineFormulas();
        List<AxisPlan> axes = new ArrayList<>();
        for (AxisClause axis : select.axes().stream()
                .sorted(Comparator.comparingInt(AxisClause::ordinal))
                .toList()) {
            axes.add(axis(axis));
        }
        AxisPlan slicer = slicer();
        checkHierarchies(axes, slicer);
        checkFormulas(members);
        List<String> cellProperties =
                select.cellProperties().stream().map(QueryCompiler::lastName).toList();
        return new CompiledQuery(access, within(), formulas, axes, slicer, cellProperties, limits, locale);
    }

    private CompiledQuery.Within within() {
        return select.from() instanceof Subselect subselect
                ? new CompiledQuery.Within(
                        new QueryCompiler(subselect.select(), access, limits, locale).compile(), !subselect.nonVisual())
                : null;
    }

    private void declareParameters() {
        for (Formula formula : select.with()) {
            formulas.declareParameters(formula.body());
            if (formula instanceof MemberFormula member) {
                member.properties().forEach(property -> formulas.declareParameters(property.value()));
            }
        }
        select.axes().forEach(axis -> formulas.declareParameters(axis.set()));
        if (select.slicerOrNull() != null) {
            formulas.declareParameters(select.slicerOrNull());
        }
    }

    /** First all names, so that formulas may use each other in any order. */
    private List<CalculatedMember> defineFormulas() {
        List<CalculatedMember> members = new ArrayList<>();
        for (Formula formula : select.with()) {
            switch (formula) {
                case MemberFormula member -> {
                    CalculatedMember calculated = MemberDefinitions.define(member, access.cube(), formulas);
                    members.add(calculated);
                    formulas.add(calculated);
                }
                case SetFormula set -> formulas.addSet(lastName(set.name()), set.body());
            }
        }
        return members;
    }

    private void checkFormulas(List<CalculatedMember> members) {
        for (CalculatedMember member : members) {
            formulas.calculation(member);
            member.properties().keySet().forEach(name -> formulas.property(member, name));
        }
        for (Formula formula : select.with()) {
            if (formula instanceof SetFormula set) {
                formulas.check(lastName(set.name()));
            }
        }
    }

    private AxisPlan axis(AxisClause axis) {
        Exp set = formulas.resolveSet(axis.set());
        Kind kind = set.type().kind();
        if (kind == Kind.NULL || Conversions.cost(set.type(), Kind.SET) == Conversions.NONE) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "Axis " + axis.ordinal() + " is not a set, but " + kind,
                    set.region(),
                    null);
        }
        formulas.noteMeasures(set);
        List<String> properties =
                axis.dimensionProperties().stream().map(Identifier::toString).toList();
        List<Hierarchy> hierarchies = set.type().tupleHierarchies();
        return new AxisPlan(
                set,
                factors(set),
                hierarchies,
                axis.nonEmpty(),
                hierarchies.stream().anyMatch(Hierarchy::isMeasures) ? Set.of() : WholeLevels.of(set),
                properties);
    }

    private List<SetCalc> factors(Exp set) {
        return CrossJoins.factors(set, false).stream().map(formulas::set).toList();
    }

    private AxisPlan slicer() {
        if (select.slicerOrNull() == null) {
            return null;
        }
        Exp set = formulas.resolveSet(select.slicerOrNull());
        Kind kind = set.type().kind();
        if (kind == Kind.NULL || Conversions.cost(set.type(), Kind.SET) == Conversions.NONE) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "The slicer is not a member, tuple or set, but " + kind,
                    set.region(),
                    null);
        }
        formulas.noteMeasures(set);
        return new AxisPlan(set, List.of(formulas.set(set)), set.type().tupleHierarchies(), false, Set.of(), List.of());
    }

    private void checkHierarchies(List<AxisPlan> axes, AxisPlan slicer) {
        Map<Hierarchy, Integer> seen = new HashMap<>();
        List<AxisPlan> all = new ArrayList<>(axes);
        if (slicer != null) {
            all.add(slicer);
        }
        for (AxisPlan axis : all) {
            for (Hierarchy hierarchy : axis.hierarchies()) {
                if (seen.put(hierarchy, 1) != null) {
                    throw new EngineException(
                            OlapErrorCode.MDX_TYPE,
                            "Hierarchy '" + hierarchy.uniqueName() + "' appears in more than one independent axis",
                            axis.set().region(),
                            null);
                }
            }
        }
    }

    private static String lastName(Identifier identifier) {
        Segment last = identifier.segments().getLast();
        return last instanceof NameSegment(String name, boolean _, Region _) ? name : identifier.toString();
    }
}
