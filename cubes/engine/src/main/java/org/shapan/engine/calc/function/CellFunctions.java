package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.TUPLE;

import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Cells and members looked at in ways of their own. */
final class CellFunctions implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "ValidMeasure",
                        "A measure of a virtual cube as if the hierarchies that its fact does not know stood at their all members.")
                .overload("ValidMeasure(<Tuple>)", NUMERIC, Scope.VOLATILE, null, CellFunctions::validMeasure));
        table.define(MdxFunction.named(
                        "CalculatedChild", "The calculated member of a name below a member; none when there is none.")
                .overload("<Member>.CalculatedChild(<String>)", MEMBER, CellFunctions::calculatedChild));
        table.define(MdxFunction.named("Cache", "Its argument. What is worth keeping is kept without being asked.")
                .overload("Cache(<Member>)", MEMBER, (call, c) -> c.member(call.arg(0)))
                .overload("Cache(<Tuple>)", TUPLE, (call, c) -> c.tuple(call.arg(0)))
                .overload("Cache(<Set>)", SET, (call, c) -> c.set(call.arg(0)))
                .overload("Cache(<Numeric>)", NUMERIC, (call, c) -> c.scalar(call.arg(0)))
                .overload("Cache(<String>)", STRING, (call, c) -> c.string(call.arg(0))));
    }

    private static Calc validMeasure(CallExp call, ExpCompiler c) {
        checkStored(call, call.arg(0));
        TupleCalc tuple = c.tuple(call.arg(0));
        return (ScalarCalc) (e, into) -> {
            int mark = e.mark();
            Member[] members = tuple.tuple(e);
            e.set(members);
            if (!(e.current(0) instanceof StoredMeasure measure)) {
                throw Scalars.error("ValidMeasure takes a stored measure, not "
                        + e.current(0).uniqueName());
            }
            widen(e, measure);
            e.set(members);
            e.value(into);
            e.reset(mark);
        };
    }

    private static void checkStored(CallExp call, Exp exp) {
        if (exp instanceof MemberExp(Member member, var _) && member.isMeasure() && member.isCalculated()) {
            throw call.error("ValidMeasure takes a stored measure, not the calculated " + member.uniqueName());
        }
        if (exp instanceof CallExp tuple) {
            tuple.args().forEach(arg -> checkStored(call, arg));
        }
    }

    /**
     * Puts the hierarchies that the measure's fact does not know to their all members. A calculated member stays where the cube ignores
     * such hierarchies for the measure: it may combine members of hierarchies that the fact does know.
     */
    private static void widen(Evaluator e, StoredMeasure measure) {
        int[] known = measure.factGroup().baseOrdinals(e.cube());
        boolean ignored = !e.cube().ignoredBy(measure).isEmpty();
        List<Hierarchy> hierarchies = e.cube().hierarchies();
        for (int ordinal = 1; ordinal < known.length; ordinal++) {
            if (known[ordinal] < 0 && !(ignored && e.current(ordinal).isCalculated())) {
                Hierarchy hierarchy = hierarchies.get(ordinal);
                e.set(hierarchy.hasAll() ? hierarchy.allMember() : hierarchy.defaultMember());
            }
        }
    }

    private static Calc calculatedChild(CallExp call, ExpCompiler c) {
        MemberCalc member = c.member(call.arg(0));
        StringCalc name = c.string(call.arg(1));
        return (MemberCalc) e -> {
            Member parent = member.member(e);
            String wanted = name.string(e);
            for (CalculatedMember child : MemberWalk.calculatedChildren(e, parent.hierarchy(), parent)) {
                if (child.name().equalsIgnoreCase(wanted)) {
                    return child;
                }
            }
            return parent.hierarchy().nullMember();
        };
    }
}
