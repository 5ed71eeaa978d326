package org.shapan.engine.calc.resolve;

import org.shapan.engine.calc.eval.Calculation;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.CalculatedMember;

/**
 * A compiled formula: computed with its own hierarchy at the default member.
 *
 * @param region the set that the member stands for when the formula is an aggregate over it, else null
 */
record FormulaCalculation(ScalarCalc value, SetCalc region) implements Calculation {

    static FormulaCalculation of(Exp formula, CalculatedMember member, ExpCompiler compiler) {
        return new FormulaCalculation(compiler.scalar(formula), member.isMeasure() ? null : region(formula, compiler));
    }

    private static SetCalc region(Exp formula, ExpCompiler compiler) {
        if (formula instanceof CallExp call
                && call.overload().name().equals("Aggregate")
                && call.args().size() == 1) {
            return compiler.set(call.arg(0));
        }
        return formula.type().kind() == Kind.MEMBER ? compiler.set(formula) : null;
    }

    @Override
    public void evaluate(Evaluator evaluator, CalculatedMember self, CellValue into) {
        evaluator.set(evaluator.defaultMember(self.hierarchy()));
        value.value(evaluator, into);
    }

    @Override
    public TupleList region(Evaluator evaluator, CalculatedMember self) {
        if (region == null) {
            return null;
        }
        evaluator.set(evaluator.defaultMember(self.hierarchy()));
        return region.set(evaluator);
    }
}
