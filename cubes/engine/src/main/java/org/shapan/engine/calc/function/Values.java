package org.shapan.engine.calc.function;

import org.shapan.engine.calc.eval.Scalars;

/** The total order of values that sorting uses: empty, NaN, -Infinity, numbers, Infinity. */
final class Values {
    private Values() {}

    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof Number && b instanceof Number) {
            return compare(Scalars.toNumber(a), Scalars.toNumber(b));
        }
        return Scalars.compare(a, b);
    }

    private static int compare(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Boolean.compare(Double.isNaN(b), Double.isNaN(a));
        }
        return a < b ? -1 : a > b ? 1 : 0;
    }
}
