package org.shapan.engine.calc.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * Finds the stored measures without which a calculated measure is empty: arithmetic over measures in the same cell. A sum is empty where
 * both sides are, a product or quotient where its first operand is.
 */
final class BaseMeasures {
    private final CubeFormulas formulas;
    private final Set<CalculatedMember> seen = new HashSet<>();

    /** Whether one of the measures has values where its fact has no rows. */
    private boolean ignoring;

    private BaseMeasures(CubeFormulas formulas) {
        this.formulas = formulas;
    }

    /** Null when the formula does not allow to tell, or when one has values where its fact has no rows. */
    static List<StoredMeasure> of(Member measure, CubeFormulas formulas) {
        BaseMeasures found = new BaseMeasures(formulas);
        Set<StoredMeasure> bases = found.bases(measure);
        return bases == null || bases.isEmpty() || found.ignoring ? null : new ArrayList<>(bases);
    }

    static boolean isArithmetic(Member measure, CubeFormulas formulas) {
        Set<StoredMeasure> bases = new BaseMeasures(formulas).bases(measure);
        return bases != null && !bases.isEmpty();
    }

    private Set<StoredMeasure> bases(Member member) {
        ignoring |= !member.hierarchy().cube().ignoredBy(member).isEmpty();
        return switch (member) {
            case StoredMeasure stored -> Set.of(stored);
            case CalculatedMember calculated
            when calculated.isMeasure() && seen.add(calculated) -> bases(formulas.expressionOf(calculated));
            default -> null;
        };
    }

    private Set<StoredMeasure> bases(Exp exp) {
        return switch (exp) {
            case MemberExp(Member member, var _) -> bases(member);
            case CallExp call ->
                switch (call.overload().name()) {
                    case "+", "-" -> {
                        Set<StoredMeasure> all = new HashSet<>();
                        for (Exp arg : call.args()) {
                            Set<StoredMeasure> some = bases(arg);
                            if (some == null) {
                                yield null;
                            }
                            all.addAll(some);
                        }
                        yield all;
                    }
                    case "*", "/" -> bases(call.arg(0));
                    default -> null;
                };
            default -> null;
        };
    }
}
