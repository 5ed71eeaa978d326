package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.LOGICAL;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;

/** Values chosen by numbers and conditions, questions about values, and errors. Only what is chosen is evaluated. */
final class Choices implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Choose",
                        "The value at a position, counted from 1, of those that follow; empty when there is none there.")
                .overload("Choose(<Numeric>, <Value>...)", VALUE, Choices::choose));
        table.define(
                MdxFunction.named("Switch", "The value behind the first condition that holds; empty when none does.")
                        .overload("Switch(<Value>...)", VALUE, Choices::choice));
        table.define(MdxFunction.named(
                        "Divide",
                        "The quotient of two numbers; where the divisor is 0 or empty the third argument, or empty without one.")
                .overload("Divide(<Numeric>, <Numeric>[, <Numeric>])", NUMERIC, Choices::divide));
        ValueFunctions.strict(
                table,
                "Partition(<Numeric>, <Numeric>, <Numeric>, <Numeric>)",
                STRING,
                "The range in which a number lies, as text: number, first and last number of all ranges, length of a range.",
                Choices::partition);
        ValueFunctions.lenient(table, "IsNull(<Value>)", LOGICAL, "Whether a value is empty.", a -> a.value(0) == null);
        table.define(MdxFunction.named("IsError", "Whether the evaluation of a value ends in an error.")
                .overload("IsError(<Value>)", LOGICAL, (call, c) -> {
                    ScalarCalc value = c.scalar(call.arg(0));
                    return (LogicalCalc) e -> e.fails(value);
                }));
        table.define(MdxFunction.named("Error", "Puts an error with a text into the cell.")
                .overload("Error([<String>])", VALUE, (call, c) -> {
                    StringCalc text = call.has(0) ? c.string(call.arg(0)) : e -> "Error";
                    return (ScalarCalc) (e, into) -> {
                        throw Scalars.error(text.string(e));
                    };
                }));
        table.define(MdxFunction.named(
                        "IsMissing",
                        "Whether an argument was left out; no value ever is, but the call may stand in formulas.")
                .overload("IsMissing(<Empty>)", LOGICAL, (call, c) -> (LogicalCalc) e -> true)
                .overload("IsMissing(<Value>)", LOGICAL, (call, c) -> (LogicalCalc) e -> false));
        table.define(MdxFunction.named("IsArray", "Whether a value is an array: never, for there are none.")
                .overload("IsArray(<Value>)", LOGICAL, (call, c) -> (LogicalCalc) e -> false));
        table.define(MdxFunction.named("IsObject", "Whether the argument is an element of the cube, a tuple or a set.")
                .overload("IsObject(<Any>)", LOGICAL, (call, c) -> {
                    boolean object = !call.argType(0).kind().isScalar();
                    return (LogicalCalc) e -> object;
                }));
    }

    private static Calc choose(CallExp call, ExpCompiler c) {
        NumericCalc position = c.number(call.arg(0));
        List<ScalarCalc> values = scalars(call, c, 1);
        return (ScalarCalc) (e, into) -> {
            int wanted = Navigation.whole(position.number(e));
            if (wanted < 1 || wanted > values.size()) {
                into.setEmpty();
            } else {
                values.get(wanted - 1).value(e, into);
            }
        };
    }

    private static Calc choice(CallExp call, ExpCompiler c) {
        if (call.args().size() % 2 != 0) {
            throw call.error("Switch takes pairs of a condition and a value");
        }
        List<LogicalCalc> conditions = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i += 2) {
            conditions.add(c.logical(call.arg(i)));
        }
        List<ScalarCalc> values = scalars(call, c, 0);
        return (ScalarCalc) (e, into) -> {
            into.setEmpty();
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).logical(e)) {
                    values.get(2 * i + 1).value(e, into);
                    return;
                }
            }
        };
    }

    private static List<ScalarCalc> scalars(CallExp call, ExpCompiler c, int from) {
        return call.args().subList(from, call.args().size()).stream()
                .map(arg -> arg.type().kind() == Kind.EMPTY ? (ScalarCalc) (e, into) -> into.setEmpty() : c.scalar(arg))
                .toList();
    }

    private static Calc divide(CallExp call, ExpCompiler c) {
        ScalarCalc dividend = c.scalar(call.arg(0));
        NumericCalc divisor = c.number(call.arg(1));
        ScalarCalc otherwise = call.has(2) ? c.scalar(call.arg(2)) : (e, into) -> into.setEmpty();
        return (ScalarCalc) (e, into) -> {
            double by = divisor.number(e);
            if (by == 0 || Double.isNaN(by)) {
                otherwise.value(e, into);
                return;
            }
            dividend.value(e, into);
            if (!into.isEmpty()) {
                into.setDouble(Scalars.toNumber(into) / by);
            }
        };
    }

    /** {@code 20:29}; open at one side outside of all ranges: {@code :-1}, {@code 100:}. Padded so that texts sort as ranges do. */
    private static String partition(Arguments a) {
        long number = (long) Math.floor(a.number(0));
        long start = a.whole(1);
        long stop = a.whole(2);
        long interval = a.whole(3);
        if (start < 0 || stop <= start || interval < 1) {
            throw Scalars.error("Partition takes a first number from 0, a greater last number and a length from 1, not "
                    + start + ", " + stop + " and " + interval);
        }
        int width = Long.toString(stop + 1).length();
        if (number < start) {
            return padded("", width) + ":" + padded(Long.toString(start - 1), width);
        }
        if (number > stop) {
            return padded(Long.toString(stop + 1), width) + ":" + padded("", width);
        }
        long low = start + (number - start) / interval * interval;
        return padded(Long.toString(low), width) + ":"
                + padded(Long.toString(Math.min(stop, low + interval - 1)), width);
    }

    private static String padded(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
