package org.shapan.engine.calc.resolve;

import java.util.Set;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.star.Member;

/** Finds the measures that an expression names, through named sets too. */
final class MeasuresIn {
    private MeasuresIn() {}

    static void collect(Exp exp, Set<Member> measures, Set<Object> seen) {
        switch (exp) {
            case MemberExp(Member member, var _) -> {
                if (member.isMeasure()) {
                    measures.add(member);
                }
            }
            case CallExp call -> call.args().forEach(arg -> collect(arg, measures, seen));
            case NamedSetExp set -> {
                if (set.formula() != null && seen.add(set.key())) {
                    collect(set.formula(), measures, seen);
                }
            }
            default -> {
                // names no measure
            }
        }
    }
}
