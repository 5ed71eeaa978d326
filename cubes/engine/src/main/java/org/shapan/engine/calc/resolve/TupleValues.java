package org.shapan.engine.calc.resolve;

import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Member;

/** Members and tuples where a value is wanted: the cell at the context with them put in. */
final class TupleValues {
    private TupleValues() {}

    /** Whether an expression is written as a tuple {@code (a, b)}, whose members need no array. */
    static boolean isTuple(Exp exp) {
        return exp instanceof CallExp call
                && call.overload().signature().syntax() == Syntax.PARENTHESES
                && call.type().kind() == Kind.TUPLE
                && call.args().stream().noneMatch(arg -> arg.type().kind() == Kind.TUPLE);
    }

    static ScalarCalc value(CallExp tuple, ExpCompiler compiler) {
        MemberCalc[] members = tuple.args().stream().map(compiler::member).toArray(MemberCalc[]::new);
        return (e, into) -> {
            int mark = e.mark();
            Member[] row = new Member[members.length];
            for (int i = 0; i < members.length; i++) {
                row[i] = members[i].member(e);
            }
            e.set(row);
            e.value(into);
            e.reset(mark);
        };
    }

    static ScalarCalc value(MemberCalc member) {
        return (e, into) -> {
            int mark = e.mark();
            e.set(member.member(e));
            e.value(into);
            e.reset(mark);
        };
    }

    static ScalarCalc value(TupleCalc tuple) {
        return (e, into) -> {
            int mark = e.mark();
            e.set(tuple.tuple(e));
            e.value(into);
            e.reset(mark);
        };
    }
}
