package org.shapan.engine.calc.function;

import org.shapan.engine.calc.eval.Scalars;

/** The total order of values that sorting uses: empty, -Infinity, numbers, NaN, Infinity; texts without regard to case, as names. */
final class Values {
    private Values() {}

    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof Number && b instanceof Number) {
            return compare(Scalars.toNumber(a), Scalars.toNumber(b));
        }
        return a instanceof String x && b instanceof String y ? x.compareToIgnoreCase(y) : Scalars.compare(a, b);
    }

    /** A number that sorts as the given one does: NaN right below Infinity, and no difference between 0 and -0. */
    static double place(double number) {
        return Double.isNaN(number) ? Double.MAX_VALUE : number + 0.0;
    }

    private static int compare(double a, double b) {
        return Double.compare(place(a), place(b));
    }
}
