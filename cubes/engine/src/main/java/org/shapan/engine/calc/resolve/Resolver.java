package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.EmptyExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.SymbolExp;
import org.shapan.engine.calc.function.FunctionTable;
import org.shapan.engine.mdx.CaseExpression;
import org.shapan.engine.mdx.EmptyArgument;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.NullLiteral;
import org.shapan.engine.mdx.NumericLiteral;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.Element;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Resolves one expression: names to elements, calls to overloads. Aliases are seen from where they stand to the end. */
final class Resolver {
    private static final Set<String> SYMBOLS = Set.of(
            "ASC",
            "DESC",
            "BASC",
            "BDESC",
            "ALL",
            "DISTINCT",
            "POST",
            "PRE",
            "RECURSIVE",
            "SELF",
            "AFTER",
            "BEFORE",
            "BEFORE_AND_AFTER",
            "SELF_AND_AFTER",
            "SELF_AND_BEFORE",
            "SELF_BEFORE_AFTER",
            "LEAVES",
            "AVERAGE_SNAPSHOTS",
            "EXCLUDEEMPTY",
            "INCLUDEEMPTY",
            "INCLUDE_CALC_MEMBERS",
            "NUMERIC",
            "STRING",
            "CONSTRAINED",
            "TYPED");

    private final Names names;
    private final Names everything;
    private final Visibility visibility;
    private final QueryParameters parameters;
    private final ExpCompiler compiler;
    private final Scope scope;
    private final Overloads overloads;
    private final Replacements replacements;
    private final FunctionTable table;
    private final Map<String, NamedSetExp> aliases = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param catalogFormula resolves an expression of the catalog that a call of the expression stands for */
    Resolver(
            Cube cube,
            Visibility visibility,
            Scope scope,
            FunctionTable table,
            QueryParameters parameters,
            ExpCompiler compiler,
            Function<Expression, Exp> catalogFormula) {
        this.parameters = requireNonNull(parameters, "parameters is null");
        this.compiler = requireNonNull(compiler, "compiler is null");
        this.names = new Names(cube, visibility, scope);
        this.everything = new Names(cube, Visibility.everythingAnd(List.of()), scope);
        this.visibility = visibility;
        this.scope = requireNonNull(scope, "scope is null");
        this.table = requireNonNull(table, "table is null");
        this.overloads = new Overloads(table);
        this.replacements = new Replacements(cube, visibility, overloads, catalogFormula);
    }

    /**
     * @throws EngineException MDX_UNKNOWN_NAME, MDX_TYPE, with the place
     */
    Exp resolve(Expression expression) {
        return resolve(expression, false);
    }

    /** As {@link #resolve}, where only a set makes sense: {@code a * b} is then a cross join, whatever {@code a} and {@code b} are. */
    Exp resolveSet(Expression expression) {
        return resolve(expression, true);
    }

    private Exp resolve(Expression expression, boolean set) {
        return switch (expression) {
            case Identifier identifier -> identifier(identifier);
            case FunctionCall call -> call(call, set);
            case CaseExpression choice -> choice(choice);
            case SetAlias alias -> alias(alias);
            case NumericLiteral(var value, var region) -> LiteralExp.number(value, region);
            case StringLiteral(var value, var region) -> LiteralExp.string(value, region);
            case NullLiteral(var region) -> LiteralExp.nothing(region);
            case EmptyArgument(var region) -> new EmptyExp(region);
        };
    }

    /** An element by its full name, no properties allowed; for the names of formulas. */
    Element element(List<Segment> segments, Region region) {
        Found found = beyondHidden(segments, longest(names, segments));
        if (found == null || found.length < segments.size()) {
            throw unknown(segments, found, region);
        }
        return found.element;
    }

    private Exp call(FunctionCall call, boolean set) {
        if (call.syntax() == Syntax.PARENTHESES && call.args().size() == 1) {
            return resolve(call.args().get(0), set);
        }
        if (set && call.syntax() == Syntax.INFIX && call.name().equals("*")) {
            List<Exp> factors =
                    call.args().stream().map(arg -> resolve(arg, true)).toList();
            return overloads.call("CrossJoin", Syntax.FUNCTION, factors, call.region());
        }
        Exp parameter = parameters.resolve(call, this, compiler);
        if (parameter != null) {
            return parameter;
        }
        Exp replacement = replacements.resolve(call);
        if (replacement != null) {
            return replacement;
        }
        List<Exp> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            args.add(argument(call, i));
        }
        return overloads.call(call.name(), call.syntax(), args, call.region());
    }

    private Exp argument(FunctionCall call, int index) {
        Expression arg = call.args().get(index);
        if (arg instanceof Identifier identifier) {
            NameSegment word = bareWord(identifier);
            if (word != null && isSymbol(call, arg, word.name())) {
                return new SymbolExp(word.name().toUpperCase(Locale.ROOT), identifier.region());
            }
        }
        boolean set = call.syntax() == Syntax.BRACES || overloads.wantsSet(call.name(), call.syntax(), index);
        return resolve(arg, set);
    }

    private static boolean isSymbol(FunctionCall call, Expression arg, String word) {
        return (call.syntax() == Syntax.CAST && arg == call.args().get(1))
                || SYMBOLS.contains(word.toUpperCase(Locale.ROOT));
    }

    /** CASE is nested IIF: the first condition that holds decides. */
    private Exp choice(CaseExpression choice) {
        Exp result = choice.elseOrNull() == null ? LiteralExp.nothing(choice.region()) : resolve(choice.elseOrNull());
        Exp operand = choice.operandOrNull() == null ? null : resolve(choice.operandOrNull());
        for (CaseExpression.When when : choice.whens().reversed()) {
            Exp condition = resolve(when.when());
            if (operand != null) {
                condition = overloads.call("=", Syntax.INFIX, List.of(operand, condition), choice.region());
            }
            result = overloads.call(
                    "IIf", Syntax.FUNCTION, List.of(condition, resolve(when.then()), result), choice.region());
        }
        return result;
    }

    private Exp alias(SetAlias alias) {
        Exp set = resolve(alias.set());
        Kind kind = set.type().kind();
        if (kind != Kind.SET && kind != Kind.MEMBER && kind != Kind.TUPLE) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    kind + " AS " + alias.name() + ": only a set has an alias",
                    alias.region(),
                    null);
        }
        NamedSetExp named = new NamedSetExp(
                alias.name(), new Object(), null, null, set.type().as(Kind.SET), alias.region());
        Exp call = Aliases.call(set, named);
        aliases.put(alias.name(), named);
        return call;
    }

    // --- names
    // -------------------------------------------------------------------------------------------------------------

    private Exp identifier(Identifier identifier) {
        List<Segment> segments = identifier.segments();
        Region region = identifier.region();
        Exp exp;
        int length;
        NamedSetExp set = namedSet(segments.get(0));
        if (set != null) {
            exp = new NamedSetExp(set.name(), set.key(), set.formula(), set.definition(), set.type(), region);
            length = 1;
        } else {
            Found found = beyondHidden(segments, longest(names, segments));
            if (found == null) {
                if (segments.size() == 1
                        && bareWord(identifier) instanceof NameSegment word
                        && !table.overloads(word.name(), Syntax.FUNCTION).isEmpty()) {
                    return overloads.call(word.name(), Syntax.FUNCTION, List.of(), region);
                }
                throw unknown(segments, null, region);
            }
            exp = expression(found.element, region);
            length = found.length;
            if (length < segments.size() && !canFollow(exp, segments.get(length))) {
                throw unknown(segments, found, region);
            }
        }
        for (Segment segment : segments.subList(length, segments.size())) {
            exp = property(exp, segment, region);
        }
        return exp;
    }

    private NamedSetExp namedSet(Segment segment) {
        if (!(segment instanceof NameSegment(String name, boolean _, var _))) {
            return null;
        }
        NamedSetExp alias = aliases.get(name);
        return alias == null ? scope.namedSet(name) : alias;
    }

    /** What a segment says of an expression: a property function, or else a member property by name. */
    private Exp property(Exp exp, Segment segment, Region region) {
        if (segment instanceof NameSegment(String name, boolean quoted, var place)) {
            if (table.isProperty(name) && (!quoted || !isMemberProperty(exp, name))) {
                return overloads.call(name, Syntax.PROPERTY, List.of(exp), region);
            }
            if (exp.type().kind() == Kind.MEMBER
                    || exp.type().kind() == Kind.HIERARCHY
                    || exp.type().kind() == Kind.DIMENSION) {
                return overloads.call(
                        "Properties", Syntax.METHOD, List.of(exp, LiteralExp.string(name, place)), region);
            }
        }
        throw new EngineException(
                OlapErrorCode.MDX_UNKNOWN_NAME,
                "No property '" + text(List.of(segment)) + "' of " + exp.type().kind(),
                region,
                null);
    }

    private boolean canFollow(Exp exp, Segment segment) {
        return segment instanceof NameSegment(String name, boolean _, var _)
                && (table.isProperty(name) || isMemberProperty(exp, name));
    }

    private static boolean isMemberProperty(Exp exp, String name) {
        Hierarchy hierarchy = exp.type().hierarchy();
        return hierarchy != null
                && hierarchy.levels().stream()
                        .flatMap(level -> level.properties().stream())
                        .anyMatch(property -> property.name().equalsIgnoreCase(name));
    }

    /** A visible member may be named through members above it that the role does not see. */
    private Found beyondHidden(List<Segment> segments, Found seen) {
        if (seen != null
                && (seen.length == segments.size()
                        || canFollow(expression(seen.element, null), segments.get(seen.length)))) {
            return seen;
        }
        Found found = longest(everything, segments);
        boolean further = found != null && (seen == null || found.length > seen.length);
        return further && found.element instanceof Member member && !member.isMeasure() && visibility.canSee(member)
                ? found
                : seen;
    }

    private record Found(Element element, int length) {}

    /** The element that takes up most segments; among equals the preferred one. Null when the first one is unknown. */
    private Found longest(Names in, List<Segment> segments) {
        Found best = null;
        for (Element element : in.first(segments.get(0))) {
            Found found = extend(in, new Found(element, 1), segments);
            if (best == null || found.length > best.length) {
                best = found;
            }
        }
        return best;
    }

    private Found extend(Names in, Found start, List<Segment> segments) {
        if (start.length == segments.size() || isUnquotedProperty(segments.get(start.length))) {
            return start;
        }
        Found best = start;
        in.readAhead(start.element, segments.subList(start.length, segments.size()));
        for (Element element : in.next(start.element, segments.get(start.length))) {
            Found found = extend(in, new Found(element, start.length + 1), segments);
            if (found.length > best.length) {
                best = found;
            }
        }
        return best;
    }

    private boolean isUnquotedProperty(Segment segment) {
        return segment instanceof NameSegment(String name, boolean quoted, var _) && !quoted && table.isProperty(name);
    }

    private static Exp expression(Element element, Region region) {
        return switch (element) {
            case Dimension dimension -> new DimensionExp(dimension, region);
            case Hierarchy hierarchy -> new HierarchyExp(hierarchy, region);
            case Level level -> new LevelExp(level, region);
            case Member member -> new MemberExp(member, region);
            default -> throw new IllegalArgumentException("not an expression: " + element);
        };
    }

    private EngineException unknown(List<Segment> segments, Found found, Region region) {
        int known = found == null ? 0 : found.length;
        Element parent = found == null ? null : found.element;
        Segment wrong = segments.get(known);
        String suggestion = wrong instanceof NameSegment(String name, boolean _, var _)
                ? Suggestions.phrase(name, names.choices(parent))
                : "";
        return new EngineException(
                OlapErrorCode.MDX_UNKNOWN_NAME,
                "'" + text(segments) + "' not found: "
                        + (parent == null
                                ? "the cube has no " + text(List.of(wrong))
                                : parent.uniqueName() + " has no " + text(List.of(wrong)))
                        + suggestion,
                region,
                null);
    }

    private static String text(List<Segment> segments) {
        return new Identifier(segments, segments.get(0).region()).toString();
    }

    private static NameSegment bareWord(Identifier identifier) {
        return identifier.segments().size() == 1
                        && identifier.segments().get(0) instanceof NameSegment word
                        && !word.quoted()
                ? word
                : null;
    }
}
