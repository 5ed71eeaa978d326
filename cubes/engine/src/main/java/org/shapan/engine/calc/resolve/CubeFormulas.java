package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Calculation;
import org.shapan.engine.calc.eval.Formulas;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.EmptyExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.SymbolExp;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.calc.function.FunctionTable;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.format.FormatString;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Element;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Kpi;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.NamedSet;
import org.shapan.engine.star.StoredMeasure;

/**
 * The formulas of one statement over one cube: those of the catalog, compiled when they are first needed, and those of the statement.
 * Thread-safe once {@link #add} is no longer called.
 */
public final class CubeFormulas implements Formulas {
    private final Cube cube;
    private final CubeAccess access;
    private final FunctionTable table = FunctionTable.standard();
    private final TreeCompiler compiler;
    private final Scope catalog = new Scope(null);
    private final Scope query = new Scope(catalog);
    private final QueryParameters parameters;
    private final Set<Member> measures = new LinkedHashSet<>();
    private final Set<Member> kpiMeasures = new HashSet<>();
    private final Map<CalculatedMember, Exp> resolved = new ConcurrentHashMap<>();
    private final Map<CalculatedMember, Calculation> calculations = new ConcurrentHashMap<>();
    private final Map<String, ScalarCalc> properties = new ConcurrentHashMap<>();
    private final Map<Member, String> formats = new ConcurrentHashMap<>();

    public CubeFormulas(CubeAccess access) {
        this.access = requireNonNull(access, "access is null");
        this.cube = access.cube();
        this.compiler = new TreeCompiler(cube);
        this.parameters = new QueryParameters(cube.parameters());
        cube.calculatedMembers().forEach(catalog::add);
        for (Kpi kpi : cube.kpis()) {
            for (Kpi.Bound bound : kpi.formulas().values()) {
                if (bound.measure() instanceof CalculatedMember made && made.formula() == bound.formula()) {
                    kpiMeasures.add(made);
                }
            }
        }
        for (NamedSet set : cube.namedSets()) {
            catalog.add(set.name(), new LazySet(set.name(), set.formula(), this::catalogResolver, compiler));
        }
    }

    /** Adds a calculated member of the statement. */
    public void add(CalculatedMember member) {
        query.add(member);
    }

    /** Adds a named set of the statement; it is resolved when it is first used or {@link #check}ed. */
    public void addSet(String name, Expression formula) {
        query.add(name, new LazySet(name, formula, this::queryResolver, compiler));
    }

    /**
     * Resolves a named set of the statement.
     *
     * @throws EngineException MDX_UNKNOWN_NAME, MDX_TYPE
     */
    public void check(String setName) {
        query.namedSet(setName);
    }

    /** Types of the parameters of the statement by name, once its expressions are resolved. */
    public Map<String, Type> parameterTypes() {
        return parameters.types();
    }

    /**
     * Finds the parameters that an expression of the statement declares.
     *
     * @throws EngineException MDX_TYPE when a name is declared twice
     */
    public void declareParameters(Expression expression) {
        parameters.declareIn(expression);
    }

    /** A resolver for one expression of the statement. */
    Resolver queryResolver() {
        return new Resolver(cube, Visibility.of(access), query, table, parameters, compiler, this::innermostFormula);
    }

    private Resolver catalogResolver() {
        return catalogResolver(List.of());
    }

    private Resolver catalogResolver(List<Member> moreMeasures) {
        return new Resolver(
                cube,
                Visibility.everythingAnd(moreMeasures),
                catalog,
                table,
                new QueryParameters(cube.parameters()),
                compiler,
                this::innermostFormula);
    }

    /** A formula of the catalog that stands for a call; one such call inside the other could go round in circles. */
    private Exp innermostFormula(Expression formula) {
        Function<Expression, Exp> refused = inner -> {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "KPICurrentTimeMember cannot stand in the formula of a KPI's time member",
                    inner.region(),
                    null);
        };
        return new Resolver(
                        cube,
                        Visibility.everythingAnd(List.of()),
                        catalog,
                        table,
                        new QueryParameters(cube.parameters()),
                        compiler,
                        refused)
                .resolve(formula);
    }

    /** What is wrong with the formulas of the cube's KPIs. */
    public void checkKpis(Faults faults) {
        FormulaCheck check = new FormulaCheck(cube, faults);
        cube.kpis().forEach(kpi -> check.check(kpi, catalogResolver(), compiler));
    }

    /** What is wrong with the formulas of the catalog: names that mean nothing, and kinds that do not fit. Reads the members they name. */
    public void checkCatalog(Faults faults) {
        checkKpis(faults);
        FormulaCheck check = new FormulaCheck(cube, faults);
        for (NamedSet set : cube.namedSets()) {
            check.check(
                    "named set '" + set.name() + "'", set.text(), set.formula(), () -> catalog.namedSet(set.name()));
        }
        for (CalculatedMember member : cube.calculatedMembers()) {
            if (member.text() != null) {
                String what = "calculated member '" + member.name() + "'";
                check.check(what, member.text(), member.formula(), () -> calculation(member));
            }
        }
    }

    /** Resolves an axis or the slicer of the statement. */
    public Exp resolveSet(Expression expression) {
        return queryResolver().resolveSet(expression);
    }

    /** Notes the measures that an axis or the slicer speaks of. */
    public void noteMeasures(Exp exp) {
        MeasuresIn.collect(exp, measures, new HashSet<>());
    }

    /** Stored measures, arithmetic over them, and measures moved to another cell; not counts, ranks and conditions. */
    private boolean tellsEmptiness(Member measure) {
        if (!(measure instanceof CalculatedMember calculated) || BaseMeasures.isArithmetic(measure, this)) {
            return true;
        }
        Kind kind = expression(calculated).type().kind();
        return kind == Kind.TUPLE || kind == Kind.MEMBER;
    }

    @Override
    public List<Member> queryMeasures() {
        return measures.stream().filter(this::tellsEmptiness).toList();
    }

    /** Finds where a calculated member goes: an element of the cube by the segments of its name but the last. */
    public Element element(List<Segment> segments, Region region) {
        return queryResolver().element(segments, region);
    }

    public SetCalc set(Exp exp) {
        return compiler.set(exp);
    }

    @Override
    public Calculation calculation(CalculatedMember member) {
        Calculation known = calculations.get(member);
        if (known != null) {
            return known;
        }
        Calculation calculation = FormulaCalculation.of(expression(member), member, compiler);
        calculations.put(member, calculation);
        return calculation;
    }

    private Exp expression(CalculatedMember member) {
        Exp known = resolved.get(member);
        if (known != null) {
            return known;
        }
        Exp exp = resolver(member).resolve(member.formula());
        if (exp.type().kind() == Kind.SET || exp.type().kind() == Kind.LEVEL) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "The formula of " + member.uniqueName() + " must have a value, but it is a "
                            + exp.type().kind(),
                    member.formula().region(),
                    null);
        }
        resolved.put(member, exp);
        return exp;
    }

    private Resolver resolver(CalculatedMember member) {
        return member.inQuery() ? queryResolver() : catalogResolver(cube.scope(member));
    }

    @Override
    public ScalarCalc property(CalculatedMember member, String upperCaseName) {
        Expression expression = member.properties().get(upperCaseName);
        if (expression == null) {
            return null;
        }
        String key = member.hierarchy().ordinal() + "/" + member.id() + "/" + upperCaseName;
        ScalarCalc known = properties.get(key);
        if (known == null) {
            known = compiler.scalar(resolver(member).resolve(expression));
            properties.put(key, known);
        }
        return known;
    }

    @Override
    public List<CalculatedMember> calculatedMembers(Hierarchy hierarchy) {
        List<CalculatedMember> members = new ArrayList<>();
        for (CalculatedMember member : query.calculatedMembers()) {
            boolean visible = member.inQuery() || !hierarchy.isMeasures() || access.canSee(member);
            if (member.hierarchy() == hierarchy && visible && !kpiMeasures.contains(member)) {
                members.add(member);
            }
        }
        return members;
    }

    @Override
    public Calc compile(String text, Class<? extends Calc> as, boolean namesOnly) {
        Exp exp = queryResolver().resolve(MdxParser.parseExpression(text));
        if (namesOnly) {
            checkNames(exp);
        }
        if (as == SetCalc.class) {
            return compiler.set(exp);
        } else if (as == TupleCalc.class) {
            return compiler.tuple(exp);
        } else if (as == MemberCalc.class) {
            return compiler.member(exp);
        }
        return compiler.scalar(exp);
    }

    private static void checkNames(Exp exp) {
        boolean computed =
                switch (exp) {
                    case CallExp call -> {
                        call.args().forEach(CubeFormulas::checkNames);
                        yield call.overload().signature().syntax() != Syntax.BRACES
                                && call.overload().signature().syntax() != Syntax.PARENTHESES;
                    }
                    case NamedSetExp _, SymbolExp _, EmptyExp _ -> true;
                    case MemberExp _, LevelExp _, HierarchyExp _, DimensionExp _, LiteralExp _ -> false;
                };
        if (computed) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "Only names of members, braces and parentheses are allowed where the flag CONSTRAINED stands",
                    exp.region(),
                    null);
        }
    }

    @Override
    public List<StoredMeasure> baseMeasures(Member measure) {
        return BaseMeasures.of(measure, this);
    }

    @Override
    public String formatString(Member measure) {
        return switch (measure) {
            case StoredMeasure stored -> Formats.of(stored);
            case CalculatedMember calculated -> {
                String format = formats.get(calculated);
                if (format == null) {
                    format = inherited(calculated);
                    formats.put(calculated, format);
                }
                yield format.isEmpty() ? null : format;
            }
            default -> null;
        };
    }

    /** Whether a formula always gives a whole number, such as a rank. */
    public boolean isInteger(CalculatedMember member) {
        return expression(member).type().kind() == Kind.INTEGER;
    }

    /** The format of the first member in the formula that has one; empty when there is none. */
    private String inherited(CalculatedMember member) {
        Exp exp = expression(member);
        String format = exp.type().kind() == Kind.INTEGER
                ? FormatString.DEFAULT
                : Formats.find(exp, this, new HashSet<>(Set.of(member)));
        return format == null ? "" : format;
    }

    Exp expressionOf(CalculatedMember member) {
        return expression(member);
    }
}
