package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;

/**
 * How two values over a set go together: covariance, correlation, and the straight line y = slope · x + intercept of least squares.
 * Tuples at which one of the two is empty do not count.
 */
final class Regression implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        pairs(
                table,
                "Covariance",
                "The covariance of two values over a set, as of a whole population.",
                p -> p.xy / p.n);
        pairs(table, "CovarianceN", "The covariance of two values over a set, as of a sample.", p -> p.xy / (p.n - 1));
        pairs(
                table,
                "Correlation",
                "How close two values over a set are to a straight line: -1 to 1.",
                p -> p.xy / Math.sqrt(p.xx * p.yy));
        line(table, "LinRegSlope", "The slope of the line of least squares", Pairs::slope);
        line(table, "LinRegIntercept", "The value at 0 of the line of least squares", Pairs::intercept);
        line(
                table,
                "LinRegR2",
                "The share of the variance of the first value that the line of least squares explains",
                p -> p.xy * p.xy / (p.xx * p.yy));
        line(
                table,
                "LinRegVariance",
                "The mean of the squared distances from the line of least squares",
                p -> (p.yy - p.slope() * p.xy) / p.n);
        table.define(MdxFunction.named(
                        "LinRegPoint",
                        "The value at a place, the first argument, of the line of least squares of y, the first value, over x, the"
                                + " second; x is the current cell when it is not given.")
                .overload(
                        "LinRegPoint(<Numeric>, <Set>, <Numeric>[, <Numeric>])",
                        NUMERIC,
                        Scope.VOLATILE,
                        null,
                        Regression::point));
    }

    /** What is made of the pairs. */
    @FunctionalInterface
    private interface Result {
        double of(Pairs pairs);
    }

    private static void line(FunctionTable.Builder table, String name, String what, Result result) {
        pairs(table, name, what + " of y, the first value, over x, the second.", result);
    }

    private static void pairs(FunctionTable.Builder table, String name, String documentation, Result result) {
        table.define(MdxFunction.named(name, documentation)
                .overload(
                        name + "(<Set>, <Numeric>)",
                        NUMERIC,
                        Scope.ITERATES_CELL,
                        null,
                        (call, c) -> compile(call, c, result))
                .iterates(name + "(<Set>, <Numeric>, <Numeric>)", NUMERIC, (call, c) -> compile(call, c, result)));
    }

    private static Calc compile(CallExp call, ExpCompiler c, Result result) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc y = c.number(call.arg(1));
        NumericCalc x = call.has(2) ? c.number(call.arg(2)) : Evaluator::number;
        return (NumericCalc) e -> {
            Pairs pairs = Pairs.of(e, set.set(e), y, x);
            return pairs.n == 0 ? Nulls.NUMBER : result.of(pairs);
        };
    }

    private static Calc point(CallExp call, ExpCompiler c) {
        NumericCalc place = c.number(call.arg(0));
        SetCalc set = c.set(call.arg(1));
        NumericCalc y = c.number(call.arg(2));
        NumericCalc x = call.has(3) ? c.number(call.arg(3)) : Evaluator::number;
        return (NumericCalc) e -> {
            double at = place.number(e);
            if (Nulls.isNull(at)) {
                return at;
            }
            Pairs pairs = Pairs.of(e, set.set(e), y, x);
            return pairs.n == 0 ? Nulls.NUMBER : pairs.intercept() + pairs.slope() * at;
        };
    }

    /** Sums over pairs of numbers: xx, yy and xy are of distances from the means, so that large values lose no digits. */
    private static final class Pairs {
        private int n;
        private double meanX;
        private double meanY;
        private double xx;
        private double yy;
        private double xy;

        static Pairs of(Evaluator e, TupleList tuples, NumericCalc y, NumericCalc x) {
            Pairs pairs = new Pairs();
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                double b = y.number(e);
                double a = x.number(e);
                e.reset(mark);
                if (!Nulls.isNull(a) && !Nulls.isNull(b)) {
                    pairs.add(a, b);
                }
            }
            return pairs;
        }

        private void add(double x, double y) {
            n++;
            double dx = x - meanX;
            double dy = y - meanY;
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (x - meanX);
            yy += dy * (y - meanY);
            xy += dx * (y - meanY);
        }

        double slope() {
            return xy / xx;
        }

        double intercept() {
            return meanY - slope() * meanX;
        }
    }
}
