package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import org.shapan.engine.calc.eval.Scalars;

/**
 * Annuities and depreciation. Rates are per period; what is paid out is negative; payments are due at the end of a period, or at its
 * start when the last argument is 1.
 */
final class Finance implements Family {
    private static final int MAX_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-10;

    @Override
    public void define(FunctionTable.Builder table) {
        annuities(table);
        depreciation(table);
    }

    private static void annuities(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "FV(<Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The future value of an annuity: rate, number of periods, payment, present value, due.",
                a -> futureValue(a.number(0), a.number(1), a.number(2), a.number(3, 0), a.number(4, 0)));
        ValueFunctions.strict(
                table,
                "PV(<Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The present value of an annuity: rate, number of periods, payment, future value, due.",
                a -> presentValue(a.number(0), a.number(1), a.number(2), a.number(3, 0), a.number(4, 0)));
        ValueFunctions.strict(
                table,
                "Pmt(<Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The payment of an annuity: rate, number of periods, present value, future value, due.",
                a -> payment(a.number(0), a.number(1), a.number(2), a.number(3, 0), a.number(4, 0)));
        ValueFunctions.strict(
                table,
                "IPmt(<Numeric>, <Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The interest in one payment of an annuity: rate, period, number of periods, present value, future value, due.",
                Finance::interest);
        ValueFunctions.strict(
                table,
                "PPmt(<Numeric>, <Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The repayment in one payment of an annuity: rate, period, number of periods, present value, future value, due.",
                a -> payment(a.number(0), a.number(2), a.number(3), a.number(4, 0), a.number(5, 0)) - interest(a));
        ValueFunctions.strict(
                table,
                "NPer(<Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>])",
                NUMERIC,
                "The number of periods of an annuity: rate, payment, present value, future value, due.",
                Finance::periods);
        ValueFunctions.strict(
                table,
                "Rate(<Numeric>, <Numeric>, <Numeric>[, <Numeric>, <Logical>, <Numeric>])",
                NUMERIC,
                "The rate of an annuity: number of periods, payment, present value, future value, due, a first guess.",
                Finance::rate);
    }

    private static void depreciation(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "SLN(<Numeric>, <Numeric>, <Numeric>)",
                NUMERIC,
                "The straight-line depreciation of one period: cost, salvage value, life.",
                a -> (a.number(0) - a.number(1)) / a.number(2));
        ValueFunctions.strict(
                table,
                "SYD(<Numeric>, <Numeric>, <Numeric>, <Numeric>)",
                NUMERIC,
                "The sum-of-years'-digits depreciation of a period: cost, salvage value, life, period.",
                a -> (a.number(0) - a.number(1))
                        * (a.number(2) - a.number(3) + 1)
                        * 2
                        / (a.number(2) * (a.number(2) + 1)));
        ValueFunctions.strict(
                table,
                "DDB(<Numeric>, <Numeric>, <Numeric>, <Numeric>[, <Numeric>])",
                NUMERIC,
                "The declining-balance depreciation of a period: cost, salvage value, life, period, factor (2 when not given).",
                Finance::decliningBalance);
    }

    private static double futureValue(double rate, double periods, double payment, double present, double due) {
        if (rate == 0) {
            return -(present + payment * periods);
        }
        double growth = Math.pow(1 + rate, periods);
        return -(present * growth + payment * (1 + rate * due) * (growth - 1) / rate);
    }

    private static double presentValue(double rate, double periods, double payment, double future, double due) {
        if (rate == 0) {
            return -(future + payment * periods);
        }
        double growth = Math.pow(1 + rate, periods);
        return -(future + payment * (1 + rate * due) * (growth - 1) / rate) / growth;
    }

    private static double payment(double rate, double periods, double present, double future, double due) {
        if (rate == 0) {
            return -(present + future) / periods;
        }
        double growth = Math.pow(1 + rate, periods);
        return -(future + present * growth) * rate / ((1 + rate * due) * (growth - 1));
    }

    private static double interest(Arguments a) {
        double rate = a.number(0);
        double period = a.number(1);
        double present = a.number(3);
        double due = a.number(5, 0);
        double payment = payment(rate, a.number(2), present, a.number(4, 0), due);
        double interest = futureValue(rate, period - 1, payment, present, due) * rate;
        return due == 0 ? interest : period == 1 ? 0 : interest / (1 + rate);
    }

    private static double periods(Arguments a) {
        double rate = a.number(0);
        double payment = a.number(1);
        double present = a.number(2);
        double future = a.number(3, 0);
        if (rate == 0) {
            return -(present + future) / payment;
        }
        double flow = payment * (1 + rate * a.number(4, 0)) / rate;
        return Math.log((flow - future) / (present + flow)) / Math.log(1 + rate);
    }

    /** By the secant method. */
    private static double rate(Arguments a) {
        double guess = a.number(5, 0.1);
        double before = guess * 0.9 + 1e-4;
        double missed = miss(a, before);
        for (int step = 0; step < MAX_STEPS; step++) {
            double miss = miss(a, guess);
            if (Math.abs(guess - before) < CLOSE_ENOUGH || miss == missed) {
                return guess;
            }
            double next = guess - miss * (guess - before) / (miss - missed);
            before = guess;
            missed = miss;
            guess = next;
        }
        throw Scalars.error("Rate found no rate from its first guess; give another");
    }

    private static double miss(Arguments a, double rate) {
        return futureValue(rate, a.number(0), a.number(1), a.number(2), a.number(4, 0)) - a.number(3, 0);
    }

    private static double decliningBalance(Arguments a) {
        double salvage = a.number(1);
        double book = a.number(0);
        double share = Math.min(1, a.number(4, 2) / a.number(2));
        double loss = 0;
        for (int period = 1; period <= a.number(3); period++) {
            loss = Math.max(0, Math.min(book * share, book - salvage));
            book -= loss;
        }
        return loss;
    }
}
