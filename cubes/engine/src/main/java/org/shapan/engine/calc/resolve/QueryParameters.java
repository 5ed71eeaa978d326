package org.shapan.engine.calc.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.Overload;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.CaseExpression;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * The parameters of a statement: {@code Parameter("name", type, default[, description])} declares one where it stands,
 * {@code ParamRef("name")} uses it anywhere. A value that the caller gives takes the place of the default.
 */
final class QueryParameters {
    private static final Set<String> SCALARS = Set.of("NUMERIC", "INTEGER", "STRING");
    private static final Signature SIGNATURE =
            Signature.special("Parameter", Syntax.FUNCTION, "Parameter(<String>, type, <Value>[, <String>])");

    private final Map<String, FunctionCall> declarations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Exp> declared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Finds the declarations in an expression.
     *
     * @throws EngineException MDX_TYPE when a name is declared twice
     */
    void declareIn(Expression expression) {
        switch (expression) {
            case FunctionCall call -> {
                if (call.name().equalsIgnoreCase("Parameter")
                        && call.args().size() >= 3
                        && call.args().get(0) instanceof StringLiteral(String name, Region _)
                        && declarations.putIfAbsent(name, call) != null) {
                    throw error("Parameter '" + name + "' is declared more than once", call.region());
                }
                call.args().forEach(this::declareIn);
            }
            case CaseExpression choice -> {
                if (choice.operandOrNull() != null) {
                    declareIn(choice.operandOrNull());
                }
                choice.whens().forEach(when -> {
                    declareIn(when.when());
                    declareIn(when.then());
                });
                if (choice.elseOrNull() != null) {
                    declareIn(choice.elseOrNull());
                }
            }
            case SetAlias alias -> declareIn(alias.set());
            default -> {
                // nothing inside
            }
        }
    }

    /** The expression of a declaration or a reference; null when the call is neither. */
    Exp resolve(FunctionCall call, Resolver resolver, ExpCompiler compiler) {
        boolean reference = call.name().equalsIgnoreCase("ParamRef");
        if (!reference && !call.name().equalsIgnoreCase("Parameter")) {
            return null;
        }
        if (call.args().isEmpty() || !(call.args().get(0) instanceof StringLiteral(String name, Region _))) {
            throw error(call.name() + " takes the name of a parameter as a text", call.region());
        }
        FunctionCall declaration = declarations.get(name);
        if (declaration == null) {
            throw new EngineException(
                    OlapErrorCode.MDX_UNKNOWN_NAME,
                    "Unknown parameter '" + name + "'"
                            + Suggestions.phrase(name, new ArrayList<>(declarations.keySet())),
                    call.region(),
                    null);
        }
        Exp known = declared.get(name);
        if (known == null) {
            Type type = type(name, declaration.args().get(1), resolver);
            Default value = new Default(name, type);
            known = new CallExp(
                    new Overload(SIGNATURE, type.kind(), args -> type, (c, any) -> value.calc(), Overload.Scope.PLAIN),
                    List.of(),
                    type,
                    declaration.region());
            declared.put(name, known);
            value.define(resolver.resolve(declaration.args().get(2)), compiler);
        }
        return known;
    }

    private static Type type(String name, Expression type, Resolver resolver) {
        if (type instanceof Identifier identifier) {
            String word = identifier.toString().toUpperCase(Locale.ROOT);
            if (SCALARS.contains(word)) {
                return Type.of(Kind.valueOf(word));
            }
        }
        return switch (resolver.resolve(type)) {
            case DimensionExp(var dimension, Region _) ->
                Type.member(dimension.hierarchies().get(0));
            case HierarchyExp(Hierarchy hierarchy, Region _) -> Type.member(hierarchy);
            case LevelExp(var level, Region _) -> Type.member(level);
            default ->
                throw error(
                        "The type of parameter '" + name
                                + "' must be NUMERIC, INTEGER, STRING, or the name of a dimension,"
                                + " hierarchy or level",
                        type.region());
        };
    }

    /** The value of a parameter: the caller's, or what its default expression gives. */
    private static final class Default {
        private final String name;
        private final Type type;
        private volatile Calc calc;

        Default(String name, Type type) {
            this.name = name;
            this.type = type;
        }

        void define(Exp exp, ExpCompiler compiler) {
            if (type.kind() == Kind.MEMBER) {
                check(exp);
                calc = exp.type().kind() == Kind.SET ? compiler.set(exp) : compiler.member(exp);
            } else {
                calc = compiler.scalar(exp);
            }
        }

        private void check(Exp exp) {
            Type given = exp.type();
            boolean sameDimension = given.hierarchy() == null
                    || given.hierarchy().dimension() == type.hierarchy().dimension();
            boolean sameLevel = type.level() == null || given.level() == null || type.level() == given.level();
            if (!sameDimension || !sameLevel || given.hierarchy() != null && given.hierarchy() != type.hierarchy()) {
                throw error("The default value of parameter '" + name + "' is not of its type", exp.region());
            }
        }

        Calc calc() {
            if (type.kind() == Kind.MEMBER) {
                return (MemberCalc) e -> (Member) value(e);
            }
            return (ScalarCalc) (e, into) -> Scalars.set(value(e), into);
        }

        private Object value(Evaluator e) {
            Object given = e.parameters().get(name.toUpperCase(Locale.ROOT));
            return e.parameter(this, name, any -> given == null ? otherwise(e) : converted(e, given));
        }

        private Object converted(Evaluator e, Object given) {
            if (type.kind() == Kind.MEMBER && !(given instanceof Member)) {
                return ((MemberCalc) e.formulas().compile(given.toString(), MemberCalc.class)).member(e);
            }
            return given;
        }

        private Object otherwise(Evaluator e) {
            return switch (calc) {
                case MemberCalc member -> member.member(e);
                case SetCalc set -> {
                    TupleList tuples = set.set(e);
                    yield tuples.isEmpty() ? type.hierarchy().nullMember() : tuples.member(0, 0);
                }
                case ScalarCalc scalar -> {
                    CellValue value = new CellValue();
                    scalar.value(e, value);
                    yield value.boxed();
                }
                default -> throw new IllegalStateException("a parameter of " + type.kind());
            };
        }
    }

    private static EngineException error(String message, Region region) {
        return new EngineException(OlapErrorCode.MDX_TYPE, message, region, null);
    }
}
