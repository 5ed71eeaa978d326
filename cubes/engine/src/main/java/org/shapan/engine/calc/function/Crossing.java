package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.NonEmptyCandidates;
import org.shapan.engine.calc.eval.Regions;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.CrossJoins;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Cross joins. */
final class Crossing implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "CrossJoin",
                        "Every tuple of the first set with every tuple of the next, the last varying fastest.")
                .overload("CrossJoin(<Set>, <Set>, <Set>...)", SET, Scope.PLAIN, Crossing::type, Crossing::crossJoin)
                .overload("CrossJoin(<Set>, <Set>)", SET, Scope.PLAIN, Crossing::type, Crossing::crossJoin));
        table.define(MdxFunction.named(
                        "NonEmptyCrossJoin", "The cross join without the tuples at which the current cell is empty.")
                .overload(
                        "NonEmptyCrossJoin(<Set>, <Set>...)",
                        SET,
                        Scope.ITERATES_CELL,
                        Crossing::type,
                        Crossing::nonEmpty)
                .overload("NonEmptyCrossJoin(<Set>)", SET, Scope.ITERATES_CELL, null, Crossing::nonEmpty));
    }

    /** The hierarchies of all arguments, each at most once; not known when those of one are not. */
    static Type type(List<Exp> args) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        Set<Hierarchy> seen = new HashSet<>();
        boolean known = true;
        for (Exp arg : args) {
            known &= !arg.type().tupleHierarchies().isEmpty();
            for (Hierarchy hierarchy : arg.type().tupleHierarchies()) {
                if (!seen.add(hierarchy)) {
                    throw new EngineException(
                            OlapErrorCode.MDX_TYPE,
                            "Tuple contains more than one member of hierarchy '" + hierarchy.uniqueName() + "'");
                }
                hierarchies.add(hierarchy);
            }
        }
        return known ? Type.set(hierarchies) : Type.UNKNOWN_SET;
    }

    static Calc crossJoin(CallExp call, ExpCompiler c) {
        List<SetCalc> sets = call.args().stream().map(c::set).toList();
        return (SetCalc) e -> {
            TupleList product = sets.get(0).set(e);
            for (int i = 1; i < sets.size(); i++) {
                TupleList next = sets.get(i).set(e);
                e.limits().checkTuples((long) product.size() * next.size());
                product = Regions.cross(product, next);
            }
            return product;
        };
    }

    private static Calc nonEmpty(CallExp call, ExpCompiler c) {
        List<SetCalc> sets = CrossJoins.factors(call, true).stream().map(c::set).toList();
        return (SetCalc) e -> {
            List<TupleList> factors = sets.stream().map(set -> set.set(e)).toList();
            if (!e.underWay().begin(call)) {
                // A measure of the query needs this very set: for that, all its tuples count.
                return product(e, factors);
            }
            TupleList rows = nonEmptyRows(e, factors);
            e.underWay().end(call);
            return rows;
        };
    }

    /** The tuples at which one of the query's measures has a value, or the current one when the query names none. */
    private static TupleList nonEmptyRows(Evaluator e, List<TupleList> factors) {
        boolean ownMeasures = factors.stream()
                .anyMatch(set -> set.hierarchies().contains(e.cube().measures()));
        List<Member> measures = e.formulas().queryMeasures();
        if (ownMeasures || measures.isEmpty() || e.isCalculating()) {
            measures = List.of(e.current(0));
        }
        TupleList candidates = null;
        if (!ownMeasures && NonEmptyCandidates.product(factors) >= NonEmptyCandidates.WORTH_IT) {
            Set<StoredMeasure> bases = new LinkedHashSet<>();
            boolean known = true;
            for (Member measure : measures) {
                List<StoredMeasure> of = e.formulas().baseMeasures(measure);
                if (of == null) {
                    known = false;
                } else {
                    bases.addAll(of);
                }
            }
            candidates = known ? NonEmptyCandidates.find(e, factors, List.of(), List.copyOf(bases)) : null;
        }
        return nonEmptyRows(
                e, candidates == null ? product(e, factors) : candidates, ownMeasures ? List.of() : measures);
    }

    private static TupleList product(Evaluator e, List<TupleList> sets) {
        e.limits().checkTuples(NonEmptyCandidates.product(sets));
        TupleList product = sets.get(0);
        for (TupleList set : sets.subList(1, sets.size())) {
            product = Regions.cross(product, set);
        }
        return product;
    }

    /** The rows at which one of the measures is not empty; of none of them, the measure of the row. */
    private static TupleList nonEmptyRows(Evaluator e, TupleList tuples, List<Member> measures) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            boolean empty = measures.isEmpty() && e.isEmptyCell();
            for (int i = 0; i < measures.size(); i++) {
                e.set(measures.get(i));
                empty = e.isEmptyCell();
                if (!empty) {
                    break;
                }
            }
            if (!empty) {
                rows.add(tuples, row);
            }
            e.reset(mark);
        }
        return rows.build();
    }
}
