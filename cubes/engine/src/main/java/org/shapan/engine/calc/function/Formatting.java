package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.STRING;

import java.util.Currency;
import java.util.Locale;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.format.FormatString;

/** Values as formatted text. */
final class Formatting implements Family {
    private static final int MAX_DECIMALS = 99;

    @Override
    public void define(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "Format(<Value>, <String>)",
                STRING,
                "A value as text, as a FORMAT_STRING would show it.",
                a -> FormatString.compile(a.text(1), a.locale()).format(a.value(0)));
        number(
                table,
                "FormatNumber",
                "A number with its thousands grouped",
                (a, digits) -> a.whole(3, 0) > 0 ? digits + ";(" + digits + ")" : digits);
        number(table, "FormatPercent", "A share in percent", (a, digits) -> digits + "%");
        number(
                table,
                "FormatCurrency",
                "A number with the currency sign of the connection's country",
                (a, digits) -> sign(a.locale()) + digits);
        ValueFunctions.strict(
                table,
                "FormatDateTime(<DateTime>[, <Numeric>])",
                STRING,
                "A date as text: 0 date and time, 1 a long date, 2 a short one, 3 a long time, 4 a short one.",
                a -> FormatString.compile(named(a.whole(1, 0)), a.locale()).format(a.date(0)));
    }

    /** Makes a format of the digits asked for. */
    @FunctionalInterface
    private interface Frame {
        String around(Arguments arguments, String digits);
    }

    private static void number(FunctionTable.Builder table, String name, String what, Frame frame) {
        ValueFunctions.strict(
                table,
                name + "(<Numeric>[, <Numeric>, <Numeric>, <Numeric>, <Numeric>])",
                STRING,
                what
                        + ": to a number of decimals (2 when not given), with a 0 before the point unless the third argument is 0,"
                        + " negative ones in parentheses when the fourth is 1, without groups when the fifth is 0.",
                a -> FormatString.compile(frame.around(a, digits(a)), a.locale())
                        .format(a.value(0)));
    }

    private static String digits(Arguments a) {
        int decimals = a.whole(1, -1) < 0 ? 2 : Math.min(a.whole(1), MAX_DECIMALS);
        String units = a.whole(2, -1) == 0 ? "#" : "0";
        String whole = a.whole(4, -1) == 0 ? units : "#,##" + units;
        return decimals == 0 ? whole : whole + "." + "0".repeat(decimals);
    }

    private static String sign(Locale locale) {
        if (locale.getCountry().isEmpty()) {
            return "";
        }
        return '"' + Currency.getInstance(locale).getSymbol(locale) + '"';
    }

    private static String named(int number) {
        return switch (number) {
            case 0 -> "General Date";
            case 1 -> "Long Date";
            case 2 -> "Short Date";
            case 3 -> "Long Time";
            case 4 -> "Short Time";
            default -> throw Scalars.error("FormatDateTime knows formats 0 to 4, not " + number);
        };
    }
}
