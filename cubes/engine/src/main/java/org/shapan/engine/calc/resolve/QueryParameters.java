package org.shapan.engine.calc.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
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
import org.shapan.engine.mdx.CaseExpression;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.CatalogParameter;
import org.shapan.engine.star.Hierarchy;

/**
 * The parameters of a statement: {@code Parameter("name", type, default[, description])} declares one where it stands,
 * {@code ParamRef("name")} uses it anywhere, and the parameters of the catalog too unless the statement declares one of their names. A
 * value that the caller gives takes the place of the default.
 */
final class QueryParameters {
    private static final Set<String> SCALARS = Set.of("NUMERIC", "INTEGER", "STRING");
    private static final Signature SIGNATURE =
            Signature.special("Parameter", Syntax.FUNCTION, "Parameter(<String>, type, <Value>[, <String>])");

    private final Map<String, FunctionCall> declarations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, CatalogParameter> ofCatalog = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Parameters of the catalog whose default is being resolved. */
    private final Set<String> underWay = new HashSet<>();

    private final Map<String, Exp> declared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    QueryParameters(List<CatalogParameter> ofCatalog) {
        ofCatalog.forEach(parameter -> this.ofCatalog.put(parameter.name(), parameter));
    }

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
        Exp known = declared.get(name);
        if (known != null) {
            return known;
        }
        FunctionCall declaration = declarations.get(name);
        if (declaration != null) {
            ParameterValue value =
                    new ParameterValue(name, type(name, declaration.args().get(1), resolver), true);
            Exp exp = declare(value, declaration.region());
            value.define(resolver.resolve(declaration.args().get(2)), compiler);
            return exp;
        }
        CatalogParameter parameter = ofCatalog.get(name);
        if (parameter != null) {
            if (!underWay.add(parameter.name())) {
                throw error("The default value of parameter '" + parameter.name() + "' needs itself", call.region());
            }
            Exp otherwise = resolver.resolve(parameter.defaultValue());
            underWay.remove(parameter.name());
            ParameterValue value = new ParameterValue(name, type(parameter, otherwise), parameter.modifiable());
            value.define(otherwise, compiler);
            return declare(value, call.region());
        }
        List<String> names = new ArrayList<>(declarations.keySet());
        names.addAll(ofCatalog.keySet());
        throw new EngineException(
                OlapErrorCode.MDX_UNKNOWN_NAME,
                "Unknown parameter '" + name + "'" + Suggestions.phrase(name, names),
                call.region(),
                null);
    }

    private Exp declare(ParameterValue value, Region region) {
        Type type = value.type();
        Exp exp = new CallExp(
                new Overload(SIGNATURE, type.kind(), args -> type, (c, any) -> value.calc(), Overload.Scope.PLAIN),
                List.of(),
                type,
                region);
        declared.put(value.name(), exp);
        return exp;
    }

    /** A member parameter of the catalog is of the hierarchy that its default has in the cube of the statement. */
    private static Type type(CatalogParameter parameter, Exp otherwise) {
        return switch (parameter.type().toUpperCase(Locale.ROOT)) {
            case "NUMERIC" -> Type.NUMERIC;
            case "INTEGER" -> Type.INTEGER;
            case "BOOLEAN" -> Type.LOGICAL;
            case "DATE", "TIME", "TIMESTAMP" -> Type.DATETIME;
            case "MEMBER" -> {
                if (otherwise.type().hierarchy() == null) {
                    throw error(
                            "The default value of parameter '" + parameter.name() + "' is not a member",
                            otherwise.region());
                }
                yield otherwise.type().as(Kind.MEMBER);
            }
            default -> Type.STRING;
        };
    }

    /** Type by name, of those that the resolved expressions use. */
    Map<String, Type> types() {
        Map<String, Type> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        declared.forEach((name, exp) -> types.put(name, exp.type()));
        return types;
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

    static EngineException error(String message, Region region) {
        return new EngineException(OlapErrorCode.MDX_TYPE, message, region, null);
    }
}
