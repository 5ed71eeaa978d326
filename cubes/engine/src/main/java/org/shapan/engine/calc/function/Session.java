package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.STRING;

import java.util.SplittableRandom;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;

/** What a formula may know of whoever asks, and chance. */
final class Session implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("UserName", "The name of the user of the connection.")
                .overload("UserName()", STRING, (call, c) ->
                        (StringCalc) e -> e.asker().user()));
        table.define(MdxFunction.named(
                        "CustomData",
                        "The text that the client gave its connection for formulas to read; empty without one.")
                .overload("CustomData()", STRING, (call, c) ->
                        (StringCalc) e -> e.asker().customData()));
        table.define(MdxFunction.named(
                        "Rnd",
                        "A number by chance, at least 0 and less than 1; with a negative argument the same one whenever the argument is the"
                                + " same.")
                .overload("Rnd([<Numeric>])", NUMERIC, Scope.VOLATILE, null, (call, c) -> {
                    NumericCalc seed = call.has(0) ? c.number(call.arg(0)) : e -> Nulls.NUMBER;
                    return (NumericCalc) e -> {
                        double number = seed.number(e);
                        return number < 0
                                ? new SplittableRandom(Double.doubleToLongBits(number)).nextDouble()
                                : e.asker().random().nextDouble();
                    };
                }));
    }
}
