package org.shapan.engine.calc.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Conversions;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.Overload;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.function.FunctionTable;
import org.shapan.engine.mdx.Syntax;

/** Chooses the overload of a function whose parameters the arguments meet with the least conversion; the first among equals. */
final class Overloads {
    private final FunctionTable table;

    Overloads(FunctionTable table) {
        this.table = table;
    }

    /**
     * @throws EngineException MDX_UNKNOWN_NAME for a function that does not exist, MDX_TYPE when no overload fits
     */
    Exp call(String name, Syntax syntax, List<Exp> args, Region region) {
        List<Overload> candidates = table.overloads(name, syntax);
        Overload best = null;
        int bestCost = Integer.MAX_VALUE;
        int matches = 0;
        for (Overload candidate : candidates) {
            int cost = cost(candidate, args);
            if (cost == Conversions.NONE) {
                continue;
            }
            matches += isScalar(candidate) ? 1 : 0;
            if (cost < bestCost) {
                best = candidate;
                bestCost = cost;
            }
        }
        if (best == null) {
            throw noMatch(name, syntax, args, region, candidates);
        }
        if (matches > 1
                && args.size() > 1
                && args.stream().allMatch(arg -> arg.type().kind() == Kind.NULL)) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    written(name, syntax, args) + " is ambiguous: more than one function fits",
                    region,
                    null);
        }
        try {
            return new CallExp(best, args, best.typeRule().type(args), region);
        } catch (EngineException e) {
            throw e.region().isPresent() ? e : new EngineException(e.code(), e.getMessage(), region, e);
        }
    }

    /** What NULL may stand for without being far fetched. */
    private static boolean isScalar(Overload overload) {
        return overload.signature().parameters().stream()
                .allMatch(parameter -> parameter.kind().isScalar());
    }

    /** Whether an argument can only be a set, in all overloads that have it. */
    boolean wantsSet(String name, Syntax syntax, int argument) {
        List<Overload> candidates = table.overloads(name, syntax).stream()
                .filter(overload -> overload.signature().parameter(argument) != null)
                .toList();
        return !candidates.isEmpty()
                && candidates.stream()
                        .allMatch(overload ->
                                overload.signature().parameter(argument).kind() == Kind.SET);
    }

    private static int cost(Overload overload, List<Exp> args) {
        if (args.size() < overload.signature().required()) {
            return Conversions.NONE;
        }
        int sum = 0;
        for (int i = 0; i < args.size(); i++) {
            Parameter parameter = overload.signature().parameter(i);
            if (parameter == null) {
                return Conversions.NONE;
            }
            boolean leftOut = parameter.optional() && args.get(i).type().kind() == Kind.EMPTY;
            int cost = leftOut ? 0 : Conversions.cost(args.get(i).type(), parameter.kind());
            if (cost == Conversions.NONE) {
                return Conversions.NONE;
            }
            sum += cost;
        }
        return sum;
    }

    private EngineException noMatch(
            String name, Syntax syntax, List<Exp> args, Region region, List<Overload> candidates) {
        if (candidates.isEmpty()) {
            List<String> names = new ArrayList<>();
            table.functions().stream().filter(f -> f.has(syntax)).forEach(f -> names.add(f.name()));
            return new EngineException(
                    OlapErrorCode.MDX_UNKNOWN_NAME,
                    "No function " + written(name, syntax, args) + Suggestions.phrase(name, names),
                    region,
                    null);
        }
        return new EngineException(
                OlapErrorCode.MDX_TYPE,
                "No function matches " + written(name, syntax, args) + "; there is "
                        + candidates.stream().map(o -> o.signature().text()).collect(Collectors.joining(", ")),
                region,
                null);
    }

    private static String written(String name, Syntax syntax, List<Exp> args) {
        List<String> kinds =
                args.stream().map(arg -> arg.type().kind().toString()).toList();
        return switch (syntax) {
            case INFIX -> kinds.get(0) + " " + name + " " + kinds.get(1);
            case PREFIX -> name + " " + kinds.get(0);
            case POSTFIX -> kinds.get(0) + " " + name;
            case PROPERTY, QUOTED_PROPERTY -> kinds.get(0) + "." + name;
            case METHOD, AMP_PROPERTY ->
                kinds.get(0) + "." + name + "(" + String.join(", ", kinds.subList(1, kinds.size())) + ")";
            case BRACES -> "{" + String.join(", ", kinds) + "}";
            case PARENTHESES -> "(" + String.join(", ", kinds) + ")";
            case FUNCTION, CASE, CAST, EMPTY, INTERNAL -> name + "(" + String.join(", ", kinds) + ")";
        };
    }
}
