package org.shapan.engine.calc.resolve;

import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.star.Member;

/** Finds the measures that can be in a set: those it names as elements, through named sets too, not those in conditions and keys. */
final class MeasuresIn {
    private MeasuresIn() {}

    /** The arguments of which the result is made. */
    private static List<Exp> elements(CallExp call) {
        if (call.overload().name().equals("Generate")) {
            return call.args().subList(1, 2);
        }
        boolean iterates =
                call.overload().scope() == Scope.ITERATES || call.overload().scope() == Scope.ITERATES_CELL;
        return call
                .args()
                .subList(
                        0,
                        iterates ? Math.min(1, call.args().size()) : call.args().size())
                .stream()
                .filter(arg -> !arg.type().kind().isScalar())
                .toList();
    }

    static void collect(Exp exp, Set<Member> measures, Set<Object> seen) {
        switch (exp) {
            case MemberExp(Member member, var _) -> {
                if (member.isMeasure()) {
                    measures.add(member);
                }
            }
            case CallExp call -> elements(call).forEach(arg -> collect(arg, measures, seen));
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
