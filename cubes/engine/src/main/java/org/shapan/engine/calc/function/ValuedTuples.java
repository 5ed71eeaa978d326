package org.shapan.engine.calc.function;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.NonEmptyCandidates;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.CrossJoins;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * A set of which a function needs only the tuples at which something has a value: those of a filter whose condition is false where a
 * measure is empty, the largest ones by a measure. Where the set is large they are found from the rows that exist, and a cross join is
 * not made in full.
 */
final class ValuedTuples {
    private final List<SetCalc> factors;
    /** Where all of them are empty, so is the value; empty when that is not known. */
    private final Set<Member> measures;

    private ValuedTuples(List<SetCalc> factors, Set<Member> measures) {
        this.factors = factors;
        this.measures = measures;
    }

    /** Tuples at which a number may have a value. */
    static ValuedTuples of(Exp set, Exp value, ExpCompiler c) {
        return new ValuedTuples(factors(set, c), ofValue(value));
    }

    /** Tuples at which a condition may hold. */
    static ValuedTuples where(Exp set, Exp condition, ExpCompiler c) {
        return new ValuedTuples(factors(set, c), ofCondition(condition));
    }

    private static List<SetCalc> factors(Exp set, ExpCompiler c) {
        return CrossJoins.factors(set, false).stream().map(c::set).toList();
    }

    /**
     * @return in the order of the set, a few too many perhaps; null when stored rows do not tell, or the set is small. While cells are
     *     missing, which the evaluator notes, an empty set
     */
    TupleList find(Evaluator e) {
        if (measures.isEmpty()) {
            return null;
        }
        Set<StoredMeasure> bases = new LinkedHashSet<>();
        for (Member measure : measures) {
            List<StoredMeasure> of = e.formulas().baseMeasures(measure);
            if (of == null) {
                return null;
            }
            bases.addAll(of);
        }
        List<TupleList> sets = factors.stream().map(set -> set.set(e)).toList();
        return NonEmptyCandidates.product(sets) < NonEmptyCandidates.WORTH_IT
                ? null
                : NonEmptyCandidates.find(e, sets, List.of(), List.copyOf(bases));
    }

    /** As the arithmetic of empty values has it: a sum has a value where either side has one, a product where the first has. */
    private static Set<Member> ofValue(Exp value) {
        return switch (value) {
            case MemberExp(Member member, var _) when member.isMeasure() -> Set.of(member);
            case CallExp call ->
                switch (call.overload().name()) {
                    case "()" -> call.args().size() == 1 ? ofValue(call.arg(0)) : Set.of();
                    case "+", "-" ->
                        allOf(call.args().stream().map(ValuedTuples::ofValue).toList());
                    case "*", "/" -> ofValue(call.arg(0));
                    default -> Set.of();
                };
            default -> Set.of();
        };
    }

    /** A comparison with empty is false. */
    private static Set<Member> ofCondition(Exp condition) {
        if (!(condition instanceof CallExp call)) {
            return Set.of();
        }
        return switch (call.overload().name()) {
            case "()" -> call.args().size() == 1 ? ofCondition(call.arg(0)) : Set.of();
            case "=", "<>", "<", "<=", ">", ">=" -> eitherOf(ofValue(call.arg(0)), ofValue(call.arg(1)));
            case "AND" -> eitherOf(ofCondition(call.arg(0)), ofCondition(call.arg(1)));
            case "OR" -> allOf(List.of(ofCondition(call.arg(0)), ofCondition(call.arg(1))));
            case "NOT" -> ofNegation(call.arg(0));
            default -> Set.of();
        };
    }

    private static Set<Member> ofNegation(Exp condition) {
        boolean isEmpty = condition instanceof CallExp call
                && Set.of("IsEmpty", "IS EMPTY").contains(call.overload().name());
        return isEmpty ? ofValue(((CallExp) condition).arg(0)) : Set.of();
    }

    private static Set<Member> eitherOf(Set<Member> a, Set<Member> b) {
        return a.isEmpty() ? b : a;
    }

    /** Of all, or nothing when one of them is not known. */
    private static Set<Member> allOf(List<Set<Member>> some) {
        if (some.stream().anyMatch(Set::isEmpty)) {
            return Set.of();
        }
        Set<Member> all = new LinkedHashSet<>();
        some.forEach(all::addAll);
        return all;
    }
}
