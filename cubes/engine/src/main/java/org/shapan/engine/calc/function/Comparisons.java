package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.LOGICAL;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.CellValue;

/** Comparisons of values. Whatever is compared with empty, {@code <>} included, is false. */
final class Comparisons implements Family {
    /** What a comparison makes of the order of its operands. */
    @FunctionalInterface
    private interface Test {
        boolean holds(int order);
    }

    @Override
    public void define(FunctionTable.Builder table) {
        comparison(table, "=", "Whether two values are equal.", order -> order == 0);
        comparison(table, "<>", "Whether two values differ.", order -> order != 0);
        comparison(table, "<", "Whether the first value is less than the second.", order -> order < 0);
        comparison(table, "<=", "Whether the first value is at most the second.", order -> order <= 0);
        comparison(table, ">", "Whether the first value is greater than the second.", order -> order > 0);
        comparison(table, ">=", "Whether the first value is at least the second.", order -> order >= 0);
    }

    private static void comparison(FunctionTable.Builder table, String name, String documentation, Test test) {
        table.define(MdxFunction.named(name, documentation)
                .overload("<Numeric> " + name + " <Numeric>", LOGICAL, (call, c) -> compare(call, c, test, name))
                .overload("<String> " + name + " <String>", LOGICAL, (call, c) -> compare(call, c, test, name))
                .overload("<DateTime> " + name + " <DateTime>", LOGICAL, (call, c) -> compare(call, c, test, name))
                .overload("<Logical> " + name + " <Logical>", LOGICAL, (call, c) -> compare(call, c, test, name)));
    }

    private static Calc compare(CallExp call, ExpCompiler c, Test test, String name) {
        ScalarCalc left = c.scalar(call.arg(0));
        ScalarCalc right = c.scalar(call.arg(1));
        boolean unequal = name.equals("<>");
        return (LogicalCalc) e -> {
            CellValue a = e.borrow();
            CellValue b = e.borrow();
            left.value(e, a);
            right.value(e, b);
            boolean holds;
            if (a.isEmpty() || b.isEmpty()) {
                holds = false;
            } else if (a.kind() != CellValue.Kind.OBJECT && b.kind() != CellValue.Kind.OBJECT) {
                double x = a.doubleValue();
                double y = b.doubleValue();
                holds = Double.isNaN(x) || Double.isNaN(y) ? unequal : test.holds(x < y ? -1 : x > y ? 1 : 0);
            } else {
                holds = test.holds(Scalars.compare(a.boxed(), b.boxed()));
            }
            e.giveBack();
            e.giveBack();
            return holds;
        };
    }
}
