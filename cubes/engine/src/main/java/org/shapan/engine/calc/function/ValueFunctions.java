package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.cell.CellValue;

/** Defines functions that look at nothing but the values of their arguments. */
final class ValueFunctions {
    private ValueFunctions() {}

    /** What a function makes of its arguments: a text, number, truth value or date, or null for empty. */
    @FunctionalInterface
    interface Body {
        Object apply(Arguments arguments);
    }

    /** A function of one number; empty of empty. */
    static void number(FunctionTable.Builder table, String name, String documentation, DoubleUnaryOperator body) {
        table.define(MdxFunction.named(name, documentation).overload(name + "(<Numeric>)", NUMERIC, (call, c) -> {
            NumericCalc number = c.number(call.arg(0));
            return (NumericCalc) e -> {
                double x = number.number(e);
                return Nulls.isNull(x) ? x : body.applyAsDouble(x);
            };
        }));
    }

    /** A function that is empty when one of its arguments is. */
    static void strict(FunctionTable.Builder table, String signature, Kind result, String documentation, Body body) {
        table.define(
                strict(MdxFunction.named(Signature.parse(signature).name(), documentation), signature, result, body));
    }

    /** One more way to call a function. */
    static MdxFunction strict(MdxFunction function, String signature, Kind result, Body body) {
        return function.overload(signature, result, (call, c) -> compile(call, c, true, body));
    }

    /** A function that also has something to say of empty arguments. */
    static void lenient(FunctionTable.Builder table, String signature, Kind result, String documentation, Body body) {
        table.define(MdxFunction.named(Signature.parse(signature).name(), documentation)
                .overload(signature, result, (call, c) -> compile(call, c, false, body)));
    }

    private static Calc compile(CallExp call, ExpCompiler c, boolean strict, Body body) {
        List<ScalarCalc> calcs = call.args().stream()
                .map(arg -> arg.type().kind() == Kind.EMPTY ? (ScalarCalc) (e, into) -> into.setEmpty() : c.scalar(arg))
                .toList();
        int required = call.overload().signature().required();
        return (ScalarCalc) (e, into) -> {
            Object[] values = values(calcs, e);
            for (int i = 0; strict && i < Math.min(required, values.length); i++) {
                if (values[i] == null) {
                    into.setEmpty();
                    return;
                }
            }
            Scalars.set(body.apply(new Arguments(values, e.locale(), e.now())), into);
        };
    }

    private static Object[] values(List<ScalarCalc> calcs, Evaluator e) {
        Object[] values = new Object[calcs.size()];
        CellValue scratch = e.borrow();
        for (int i = 0; i < values.length; i++) {
            calcs.get(i).value(e, scratch);
            values[i] = scratch.boxed();
        }
        e.giveBack();
        return values;
    }
}
