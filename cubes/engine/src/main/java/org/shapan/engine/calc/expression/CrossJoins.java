package org.shapan.engine.calc.expression;

import java.util.List;

/** Recognises cross joins, however they are written. */
public final class CrossJoins {
    private CrossJoins() {}

    /**
     * The sets whose product an expression is, in order; the expression itself when it is no cross join.
     *
     * @param nonEmpty whether {@code NonEmptyCrossJoin} counts as a cross join: where empty tuples do not matter
     */
    public static List<Exp> factors(Exp exp, boolean nonEmpty) {
        if (exp instanceof CallExp call && call.type().kind() == Kind.SET) {
            boolean product =
                    switch (call.overload().name()) {
                        case "CrossJoin", "*", "()" -> true;
                        case "NonEmptyCrossJoin" -> nonEmpty;
                        case "{}" -> call.args().size() == 1;
                        default -> false;
                    };
            if (product) {
                return call.args().stream()
                        .flatMap(arg -> factors(arg, nonEmpty).stream())
                        .toList();
            }
        }
        return List.of(exp);
    }
}
