package org.shapan.engine.calc.resolve;

import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.Overload.Scope;

/** Keeps sets that cost something to compute, as long as no member they look at moves. */
final class CachedSets {
    private CachedSets() {}

    /** The set itself when keeping it is not worth it, or not allowed. */
    static SetCalc wrap(Exp exp, SetCalc set, ExpCompiler compiler) {
        if (!(exp instanceof CallExp call) || !isCostly(call)) {
            return set;
        }
        int[] ordinals = compiler.dependencies(exp, Kind.SET);
        if (ordinals == null) {
            return set;
        }
        return e -> e.sets().get(exp, ordinals, e, set::set);
    }

    private static boolean isCostly(CallExp call) {
        if (call.overload().scope() == Scope.ITERATES || call.overload().scope() == Scope.ITERATES_CELL) {
            return true;
        }
        return call.args().stream().anyMatch(arg -> arg instanceof CallExp inner && isCostly(inner));
    }
}
