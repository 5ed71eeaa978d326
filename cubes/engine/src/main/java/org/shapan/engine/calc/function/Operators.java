package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.ExactSum;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.CellValue;

/** Arithmetic and concatenation. Empty counts as 0 in sums and differences, and makes products and quotients empty. */
final class Operators implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("+", "The sum of two numbers; the union of two sets, duplicates dropped.")
                .overload("<Numeric> + <Numeric>", NUMERIC, (call, c) -> sum(call, c, 1))
                .overload("<Set> + <Set>", SET, Scope.PLAIN, SetOperations::type, SetOperations::union));
        table.define(MdxFunction.named(
                        "-",
                        "The difference of two numbers or of two sets; a number with its sign changed; the tuples of a set's levels that lie outside the set.")
                .overload("<Numeric> - <Numeric>", NUMERIC, (call, c) -> sum(call, c, -1))
                .overload("<Set> - <Set>", SET, Scope.PLAIN, SetOperations::type, SetOperations::except)
                .overload("-<Numeric>", NUMERIC, Operators::negate)
                .overload("-<Set>", SET, Complement::of));
        table.define(MdxFunction.named("*", "The product of two numbers; the cross join of two sets.")
                .overload("<Numeric> * <Numeric>", NUMERIC, Operators::product)
                .overload("<Set> * <Set>", SET, Scope.PLAIN, Crossing::type, Crossing::crossJoin));
        table.define(MdxFunction.named("/", "The quotient of two numbers. By 0 or by empty it is Infinity.")
                .overload("<Numeric> / <Numeric>", NUMERIC, Operators::quotient));
        table.define(MdxFunction.named("||", "Two texts, one behind the other.")
                .overload("<String> || <String>", STRING, Operators::concatenate));
    }

    private static Calc sum(CallExp call, ExpCompiler c, int sign) {
        return new Sum(c.scalar(call.arg(0)), c.scalar(call.arg(1)), sign);
    }

    /** Exact for exact operands, so that differences of money are right to the last digit. */
    private record Sum(ScalarCalc left, ScalarCalc right, int sign) implements NumericCalc {
        @Override
        public void value(Evaluator evaluator, CellValue into) {
            ExactSum sum = new ExactSum();
            left.value(evaluator, into);
            sum.add(into, 1);
            right.value(evaluator, into);
            sum.add(into, sign);
            sum.get(into);
        }

        @Override
        public double number(Evaluator evaluator) {
            CellValue value = evaluator.borrow();
            value(evaluator, value);
            double number = value.isEmpty() ? Nulls.NUMBER : value.doubleValue();
            evaluator.giveBack();
            return number;
        }
    }

    private static Calc negate(CallExp call, ExpCompiler c) {
        NumericCalc operand = c.number(call.arg(0));
        return (NumericCalc) e -> {
            double number = operand.number(e);
            return Nulls.isNull(number) ? number : -number;
        };
    }

    private static Calc product(CallExp call, ExpCompiler c) {
        NumericCalc left = c.number(call.arg(0));
        NumericCalc right = c.number(call.arg(1));
        return (NumericCalc) e -> {
            double a = left.number(e);
            double b = right.number(e);
            return Nulls.isNull(a) || Nulls.isNull(b) ? Nulls.NUMBER : a * b;
        };
    }

    private static Calc quotient(CallExp call, ExpCompiler c) {
        NumericCalc left = c.number(call.arg(0));
        NumericCalc right = c.number(call.arg(1));
        return (NumericCalc) e -> {
            double a = left.number(e);
            double b = right.number(e);
            if (Nulls.isNull(a)) {
                return Nulls.NUMBER;
            }
            return Nulls.isNull(b) ? Double.POSITIVE_INFINITY : a / b;
        };
    }

    private static Calc concatenate(CallExp call, ExpCompiler c) {
        StringCalc left = c.string(call.arg(0));
        StringCalc right = c.string(call.arg(1));
        return (StringCalc) e -> left.string(e) + right.string(e);
    }
}
