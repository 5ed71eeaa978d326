package org.shapan.engine.calc.expression;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One signature of a function with its result and its compilation.
 *
 * @param typeRule finds the type of a call
 * @param compile makes the calculator
 * @param scope which arguments see another context than the call itself
 */
public record Overload(Signature signature, Kind result, TypeRule typeRule, Compile compile, Scope scope) {
    /** How a function treats the context; what caching relies on. */
    public enum Scope {
        /** Looks at nothing but its arguments. */
        PLAIN,
        /** The arguments behind the first are evaluated at each tuple of the first, a set. */
        ITERATES,
        /** As ITERATES, and the current cell itself is read at each tuple: {@code Sum(<Set>)}. */
        ITERATES_CELL,
        /** Looks at the current members of the hierarchy of its argument: {@code CurrentMember}. */
        CURRENT_MEMBER,
        /** Looks at the whole context, or at more than it: never kept. */
        VOLATILE
    }

    public Overload {
        requireNonNull(signature, "signature is null");
        requireNonNull(result, "result is null");
        requireNonNull(typeRule, "typeRule is null");
        requireNonNull(compile, "compile is null");
        requireNonNull(scope, "scope is null");
    }

    public String name() {
        return signature.name();
    }

    /**
     * What a call returns when nothing else is said: scalars by their kind; members, tuples and sets over the hierarchies of the first
     * argument that has any.
     */
    public static Type defaultType(Kind result, List<Exp> args) {
        return switch (result) {
            case NUMERIC, INTEGER, STRING, LOGICAL, DATETIME, VALUE, SYMBOL, NULL, EMPTY, ANY -> Type.of(result);
            case DIMENSION ->
                args.isEmpty() || args.get(0).type().hierarchy() == null
                        ? Type.of(result)
                        : Type.dimension(args.get(0).type().hierarchy().dimension());
            case MEMBER, TUPLE, SET, LEVEL, HIERARCHY -> {
                for (Exp arg : args) {
                    List<org.shapan.engine.star.Hierarchy> hierarchies =
                            arg.type().tupleHierarchies();
                    if (!hierarchies.isEmpty()) {
                        yield new Type(result, hierarchies, null, null);
                    }
                }
                yield Type.of(result);
            }
        };
    }
}
