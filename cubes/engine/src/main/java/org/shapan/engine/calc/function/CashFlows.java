package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import java.util.Arrays;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.TupleList;

/** What payments, one a period, are worth: given one by one, or as a value over a set of periods. An empty period pays nothing. */
final class CashFlows implements Family {
    private static final int MAX_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-12;

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "NPV",
                        "The net present value of payments at the ends of periods: rate, payments; or rate, periods, payment of a period.")
                .overload("NPV(<Numeric>, <Numeric>...)", NUMERIC, (call, c) -> {
                    NumericCalc rate = c.number(call.arg(0));
                    Flows flows = each(call.args().subList(1, call.args().size()), c);
                    return (NumericCalc) e -> orNull(rate.number(e), r -> presentValue(r, flows.of(e)));
                })
                .overload("NPV(<Numeric>, <Set>, <Numeric>)", NUMERIC, (call, c) -> {
                    NumericCalc rate = c.number(call.arg(0));
                    Flows flows = over(call.arg(1), call.arg(2), c);
                    return (NumericCalc) e -> orNull(rate.number(e), r -> presentValue(r, flows.of(e)));
                }));
        table.define(MdxFunction.named(
                        "IRR",
                        "The rate at which payments, the first at once, are worth nothing together; the last argument behind a set is a"
                                + " first guess, 0.1 when not given.")
                .overload("IRR(<Numeric>...)", NUMERIC, (call, c) -> {
                    Flows flows = each(call.args(), c);
                    return (NumericCalc) e -> internalRate(flows.of(e), 0.1);
                })
                .iterates("IRR(<Set>, <Numeric>[, <Numeric>])", NUMERIC, (call, c) -> {
                    Flows flows = over(call.arg(0), call.arg(1), c);
                    NumericCalc guess = call.has(2) ? c.number(call.arg(2)) : e -> 0.1;
                    return (NumericCalc) e -> orNull(guess.number(e), g -> internalRate(flows.of(e), g));
                }));
        table.define(MdxFunction.named(
                        "MIRR",
                        "The internal rate of payments when what is owed costs a rate, and what is received earns another: periods,"
                                + " payment of a period, the two rates.")
                .iterates("MIRR(<Set>, <Numeric>, <Numeric>, <Numeric>)", NUMERIC, CashFlows::modifiedRate));
    }

    /** Payments in the order of their periods. */
    @FunctionalInterface
    private interface Flows {
        double[] of(Evaluator evaluator);
    }

    /** A computation with a rate that is there. */
    @FunctionalInterface
    private interface WithRate {
        double of(double rate);
    }

    private static double orNull(double rate, WithRate computation) {
        return Nulls.isNull(rate) ? rate : computation.of(rate);
    }

    private static Flows each(List<Exp> payments, ExpCompiler c) {
        List<NumericCalc> calcs = payments.stream().map(c::number).toList();
        return e -> calcs.stream().mapToDouble(calc -> paid(calc.number(e))).toArray();
    }

    private static Flows over(Exp periods, Exp payment, ExpCompiler c) {
        SetCalc set = c.set(periods);
        NumericCalc value = c.number(payment);
        return e -> {
            TupleList tuples = set.set(e);
            double[] flows = new double[tuples.size()];
            for (int row = 0; row < flows.length; row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                flows[row] = paid(value.number(e));
                e.reset(mark);
            }
            return flows;
        };
    }

    private static double paid(double number) {
        return Nulls.isNull(number) ? 0 : number;
    }

    /** Of payments of which the first is a period away. */
    private static double presentValue(double rate, double[] flows) {
        double value = 0;
        for (int period = flows.length - 1; period >= 0; period--) {
            value = (value + flows[period]) / (1 + rate);
        }
        return value;
    }

    /** By Newton's method. */
    private static double internalRate(double[] flows, double guess) {
        if (Arrays.stream(flows).allMatch(flow -> flow >= 0)
                || Arrays.stream(flows).allMatch(flow -> flow <= 0)) {
            return Nulls.NUMBER;
        }
        double rate = guess;
        for (int step = 0; step < MAX_STEPS; step++) {
            double value = 0;
            double slope = 0;
            for (int period = 0; period < flows.length; period++) {
                double discounted = flows[period] / Math.pow(1 + rate, period);
                value += discounted;
                slope -= period * discounted / (1 + rate);
            }
            double next = rate - value / slope;
            if (Math.abs(next - rate) < CLOSE_ENOUGH) {
                return next;
            }
            rate = next;
        }
        throw Scalars.error("IRR found no rate from its first guess; give another");
    }

    private static Calc modifiedRate(CallExp call, ExpCompiler c) {
        Flows flows = over(call.arg(0), call.arg(1), c);
        NumericCalc owed = c.number(call.arg(2));
        NumericCalc earned = c.number(call.arg(3));
        return (NumericCalc) e -> {
            double cost = owed.number(e);
            double gain = earned.number(e);
            double[] all = flows.of(e);
            if (Nulls.isNull(cost) || Nulls.isNull(gain) || all.length < 2) {
                return Nulls.NUMBER;
            }
            double[] paid = Arrays.stream(all).map(flow -> Math.min(0, flow)).toArray();
            double[] received =
                    Arrays.stream(all).map(flow -> Math.max(0, flow)).toArray();
            double worth = presentValue(gain, received) * Math.pow(1 + gain, all.length);
            double debt = presentValue(cost, paid) * (1 + cost);
            return debt == 0 ? Nulls.NUMBER : Math.pow(-worth / debt, 1.0 / (all.length - 1)) - 1;
        };
    }
}
