package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.DATETIME;
import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.LOGICAL;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.SYMBOL;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.calc.expression.SymbolExp;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.mdx.Syntax;

/** Values of one kind as values of another. */
final class Conversion implements Family {
    private static final Pattern NUMBER_AHEAD =
            Pattern.compile("\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "CAST",
                        "A value as another kind: STRING, NUMERIC, INTEGER (the fraction cut off), BOOLEAN, DATE, TIME, TIMESTAMP.")
                .overload(
                        Signature.special(
                                "CAST",
                                Syntax.CAST,
                                "CAST(<Value> AS type)",
                                new Parameter(VALUE, false, false),
                                new Parameter(SYMBOL, false, false)),
                        VALUE,
                        Scope.PLAIN,
                        Conversion::castType,
                        Conversion::cast));
        ValueFunctions.strict(
                table,
                "CInt(<Value>)",
                INTEGER,
                "The nearest whole number; halves are rounded towards 0.",
                a -> nearest(toNumber(a.value(0))));
        for (String name : List.of("CLng", "CByte")) {
            ValueFunctions.strict(
                    table,
                    name + "(<Value>)",
                    INTEGER,
                    "The nearest whole number; halves are rounded to the even one.",
                    a -> Mathematics.whole(Math.rint(toNumber(a.value(0)))));
        }
        for (String name : List.of("CDbl", "CSng", "CCur")) {
            ValueFunctions.strict(
                    table, name + "(<Value>)", NUMERIC, "A value as a number.", a -> toNumber(a.value(0)));
        }
        ValueFunctions.strict(
                table,
                "CDec(<Value>)",
                NUMERIC,
                "A value as an exact number, a text to its last digit.",
                a -> a.value(0) instanceof String text ? toDecimal(text) : a.value(0));
        ValueFunctions.lenient(table, "CVar(<Value>)", VALUE, "A value as it is.", a -> a.value(0));
        ValueFunctions.strict(table, "CBool(<Value>)", LOGICAL, "Whether a number is not 0.", a -> toTruth(a.value(0)));
        ValueFunctions.strict(table, "CStr(<Value>)", STRING, "A value as text.", a -> a.text(0));
        ValueFunctions.strict(
                table,
                "CDate(<Value>)",
                DATETIME,
                "A date, a text such as 2024-03-05 or 2024-03-05 13:45, or a number of days since 1899-12-30, as a date.",
                a -> Dates.toDate(a.value(0)));
        ValueFunctions.strict(
                table, "Str(<Numeric>)", STRING, "A number as text, with a space where its sign would be.", a -> {
                    String text = a.text(0);
                    return text.startsWith("-") ? text : " " + text;
                });
        ValueFunctions.strict(
                table,
                "Val(<String>)",
                NUMERIC,
                "The number with which a text begins; 0 when it begins with none.",
                a -> numberAhead(a.text(0)));
        ValueFunctions.strict(
                table,
                "Hex(<Numeric>)",
                STRING,
                "A whole number in hexadecimal digits.",
                a -> Long.toHexString((long) a.number(0)).toUpperCase(Locale.ROOT));
        ValueFunctions.strict(
                table,
                "Oct(<Numeric>)",
                STRING,
                "A whole number in octal digits.",
                a -> Long.toOctalString((long) a.number(0)));
        ValueFunctions.lenient(
                table,
                "TypeName(<Value>)",
                STRING,
                "What a value is as a client gets it: BigDecimal (an exact number), Double, String, Boolean, Date or Empty.",
                a -> typeName(a.value(0)));
        ValueFunctions.lenient(
                table,
                "IsNumeric(<Value>)",
                LOGICAL,
                "Whether a value is a number.",
                a -> a.value(0) instanceof Number);
        ValueFunctions.lenient(
                table,
                "IsDate(<Value>)",
                LOGICAL,
                "Whether a value is a date.",
                a -> a.value(0) instanceof LocalDateTime);
    }

    private static Type castType(List<Exp> args) {
        if (!(args.get(1) instanceof SymbolExp(String name, var _))) {
            throw new EngineException(OlapErrorCode.MDX_TYPE, "CAST names a type behind AS");
        }
        return Type.of(
                switch (name) {
                    case "STRING" -> STRING;
                    case "NUMERIC", "DECIMAL" -> NUMERIC;
                    case "INTEGER" -> INTEGER;
                    case "BOOLEAN" -> LOGICAL;
                    case "DATE", "TIME", "TIMESTAMP" -> DATETIME;
                    default ->
                        throw new EngineException(
                                OlapErrorCode.MDX_TYPE,
                                "Unknown type '" + name
                                        + "'; allowed are STRING, NUMERIC, INTEGER, BOOLEAN, DATE, TIME and TIMESTAMP");
                });
    }

    private static Calc cast(CallExp call, ExpCompiler c) {
        ScalarCalc value = c.scalar(call.arg(0));
        Kind kind = call.type().kind();
        return (ScalarCalc) (e, into) -> {
            value.value(e, into);
            if (into.isEmpty()) {
                return;
            }
            Object given = into.boxed();
            Scalars.set(
                    switch (kind) {
                        case STRING -> Scalars.toText(given);
                        case NUMERIC -> given instanceof BigDecimal || given instanceof Long ? given : toNumber(given);
                        case INTEGER -> Mathematics.whole(cut(toNumber(given)));
                        case LOGICAL -> toTruth(given);
                        default -> Dates.toDate(given);
                    },
                    into);
        };
    }

    private static double cut(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    /** A number, a truth value, or a text that is a number. */
    private static double toNumber(Object value) {
        if (!(value instanceof String text)) {
            return Scalars.toNumber(value);
        }
        return toDecimal(text).doubleValue();
    }

    private static BigDecimal toDecimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw Scalars.error("Not a number: \"" + text + "\"");
        }
    }

    private static boolean toTruth(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            default -> toNumber(value) != 0;
        };
    }

    private static Object nearest(double number) {
        double away = Math.abs(number);
        double below = Math.floor(away);
        return Mathematics.whole(Math.copySign(away - below > 0.5 ? below + 1 : below, number));
    }

    private static double numberAhead(String text) {
        Matcher m = NUMBER_AHEAD.matcher(text);
        return m.lookingAt() ? Double.parseDouble(m.group(1)) : 0;
    }

    private static String typeName(Object value) {
        return switch (value) {
            case null -> "Empty";
            case Long _, BigDecimal _ -> "BigDecimal";
            case LocalDateTime _ -> "Date";
            default -> value.getClass().getSimpleName();
        };
    }
}
