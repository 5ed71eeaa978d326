package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import org.shapan.engine.calc.eval.Scalars;

/** Functions of numbers as spreadsheets and Visual Basic have them. Angles are in radians. */
final class Mathematics implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        rounding(table);
        powers(table);
        trigonometry(table);
    }

    private static void rounding(FunctionTable.Builder table) {
        ValueFunctions.number(table, "Abs", "A number without its sign.", Math::abs);
        ValueFunctions.strict(
                table,
                "Round(<Numeric>[, <Numeric>])",
                NUMERIC,
                "A number rounded to a number of decimals, 0 when not given; halves are rounded up.",
                a -> round(a.number(0), a.whole(1, 0)));
        ValueFunctions.strict(
                table,
                "Int(<Numeric>)",
                INTEGER,
                "The largest whole number that is not greater.",
                a -> whole(Math.floor(a.number(0))));
        ValueFunctions.strict(
                table,
                "Fix(<Numeric>)",
                INTEGER,
                "A number without its fraction.",
                a -> whole(a.number(0) < 0 ? Math.ceil(a.number(0)) : Math.floor(a.number(0))));
        ValueFunctions.strict(table, "Sgn(<Numeric>)", INTEGER, "-1, 0 or 1: the sign of a number.", a ->
                (int) Math.signum(a.number(0)));
        ValueFunctions.strict(
                table,
                "Mod(<Numeric>, <Numeric>)",
                NUMERIC,
                "What is left of a number divided by another; it has the sign of the second.",
                a -> modulo(a.number(0), a.number(1)));
    }

    private static void powers(FunctionTable.Builder table) {
        ValueFunctions.number(table, "Sqr", "The square root.", Math::sqrt);
        ValueFunctions.number(table, "SqrtPi", "The square root of a number times pi.", x -> Math.sqrt(x * Math.PI));
        ValueFunctions.number(table, "Exp", "The number e to a power.", Math::exp);
        ValueFunctions.number(table, "Log", "The natural logarithm.", Math::log);
        ValueFunctions.number(table, "Log10", "The logarithm to the base 10.", Math::log10);
        ValueFunctions.strict(
                table,
                "Power(<Numeric>, <Numeric>)",
                NUMERIC,
                "A number to a power.",
                a -> Math.pow(a.number(0), a.number(1)));
    }

    private static void trigonometry(FunctionTable.Builder table) {
        ValueFunctions.number(table, "Sin", "The sine.", Math::sin);
        ValueFunctions.number(table, "Cos", "The cosine.", Math::cos);
        ValueFunctions.number(table, "Tan", "The tangent.", Math::tan);
        ValueFunctions.number(table, "Asin", "The angle with a sine.", Math::asin);
        ValueFunctions.number(table, "Acos", "The angle with a cosine.", Math::acos);
        ValueFunctions.number(table, "Atn", "The angle with a tangent.", Math::atan);
        ValueFunctions.strict(
                table,
                "Atan2(<Numeric>, <Numeric>)",
                NUMERIC,
                "The angle of a point given by y and x, between -pi and pi.",
                a -> Math.atan2(a.number(0), a.number(1)));
        ValueFunctions.number(table, "Sinh", "The hyperbolic sine.", Math::sinh);
        ValueFunctions.number(table, "Cosh", "The hyperbolic cosine.", Math::cosh);
        ValueFunctions.number(table, "Tanh", "The hyperbolic tangent.", Math::tanh);
        ValueFunctions.number(table, "Asinh", "The number with a hyperbolic sine.", Mathematics::asinh);
        ValueFunctions.number(
                table, "Acosh", "The number with a hyperbolic cosine.", x -> Math.log(x + Math.sqrt(x * x - 1)));
        ValueFunctions.number(
                table, "Atanh", "The number with a hyperbolic tangent.", x -> 0.5 * (Math.log1p(x) - Math.log1p(-x)));
        ValueFunctions.strict(
                table, "Pi()", NUMERIC, "The ratio of a circle's circumference to its diameter.", a -> Math.PI);
        ValueFunctions.number(table, "Degrees", "An angle in degrees.", Math::toDegrees);
        ValueFunctions.number(table, "Radians", "An angle given in degrees.", Math::toRadians);
    }

    private static double modulo(double number, double divisor) {
        if (divisor == 0) {
            throw Scalars.error("Mod cannot divide by 0");
        }
        return number - divisor * Math.floor(number / divisor);
    }

    static double round(double number, int decimals) {
        double factor = Math.pow(10, decimals);
        double rounded = Math.floor(number * factor + 0.5) / factor;
        return Double.isFinite(rounded) ? rounded : number;
    }

    /** A whole number as one, or as it is where it is too large. */
    static Object whole(double number) {
        if (Math.abs(number) < 9e18) {
            return (long) number;
        }
        return number;
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), x);
    }
}
