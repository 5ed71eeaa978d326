package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;

/** Spread and middle of the values of a set. Empty values do not count. */
final class Statistics implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        statistic(table, "Median", "The value in the middle, or the mean of the two there.", n -> percentile(n, 0.5));
        statistic(table, "FirstQ", "The first quartile: Percentile of 25.", n -> percentile(n, 0.25));
        statistic(table, "ThirdQ", "The third quartile: Percentile of 75.", n -> percentile(n, 0.75));
        table.define(MdxFunction.named(
                        "Percentile",
                        "The value below which a share in percent of the values lies, interpolated between the two nearest.")
                .iterates("Percentile(<Set>, <Numeric>, <Numeric>)", NUMERIC, Statistics::percentile));
        String variance =
                "The variance of a sample: squared distances from the mean, divided by their number less one.";
        statistic(table, "Var", variance, n -> variance(n, 1));
        statistic(table, "Variance", variance, n -> variance(n, 1));
        String wholeVariance = "The variance of a whole population: the mean of the squared distances from the mean.";
        statistic(table, "VarP", wholeVariance, n -> variance(n, 0));
        statistic(table, "VarianceP", wholeVariance, n -> variance(n, 0));
        String deviation = "The standard deviation of a sample: the square root of Var.";
        statistic(table, "Stdev", deviation, n -> Math.sqrt(variance(n, 1)));
        statistic(table, "Stddev", deviation, n -> Math.sqrt(variance(n, 1)));
        String wholeDeviation = "The standard deviation of a whole population: the square root of VarP.";
        statistic(table, "StdevP", wholeDeviation, n -> Math.sqrt(variance(n, 0)));
        statistic(table, "StddevP", wholeDeviation, n -> Math.sqrt(variance(n, 0)));
    }

    private static void statistic(
            FunctionTable.Builder table, String name, String documentation, ToDoubleFunction<double[]> statistic) {
        table.define(MdxFunction.named(name, documentation)
                .overload(name + "(<Set>)", NUMERIC, Scope.ITERATES_CELL, null, (call, c) -> over(call, c, statistic))
                .iterates(name + "(<Set>, <Numeric>)", NUMERIC, (call, c) -> over(call, c, statistic)));
    }

    private static Calc over(CallExp call, ExpCompiler c, ToDoubleFunction<double[]> statistic) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc value = call.has(1) ? c.number(call.arg(1)) : Evaluator::number;
        return (NumericCalc) e -> {
            double[] numbers = Aggregates.numbers(e, set.set(e), value);
            return numbers.length == 0 ? Nulls.NUMBER : statistic.applyAsDouble(numbers);
        };
    }

    private static Calc percentile(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc value = c.number(call.arg(1));
        NumericCalc percent = c.number(call.arg(2));
        return (NumericCalc) e -> {
            double wanted = percent.number(e);
            if (!(wanted >= 0 && wanted <= 100)) {
                throw Scalars.error("Percentile takes a share from 0 to 100, not " + wanted);
            }
            double[] numbers = Aggregates.numbers(e, set.set(e), value);
            return numbers.length == 0 ? Nulls.NUMBER : percentile(numbers, wanted / 100);
        };
    }

    private static double percentile(double[] numbers, double share) {
        Arrays.sort(numbers);
        double position = share * (numbers.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return fraction == 0 ? numbers[below] : numbers[below] + fraction * (numbers[below + 1] - numbers[below]);
    }

    /**
     * @param less what is taken from the number of values before dividing: 1 for a sample; NaN for a sample of one
     */
    private static double variance(double[] numbers, int less) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return squares / (numbers.length - less);
    }
}
