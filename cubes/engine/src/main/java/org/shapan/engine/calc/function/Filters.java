package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.TupleList;

/** Sets by condition. */
final class Filters implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("Filter", "The tuples of a set for which a condition holds, in their order.")
                .iterates("Filter(<Set>, <Logical>)", SET, Filters::filter));
    }

    private static Calc filter(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        LogicalCalc condition = c.logical(call.arg(1));
        ValuedTuples valued = ValuedTuples.where(call.arg(0), call.arg(1), c);
        return (SetCalc) e -> {
            TupleList candidates = valued.find(e);
            TupleList tuples = candidates == null ? set.set(e) : candidates;
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                if (condition.logical(e)) {
                    rows.add(tuples, row);
                }
                e.reset(mark);
            }
            return rows.build();
        };
    }
}
