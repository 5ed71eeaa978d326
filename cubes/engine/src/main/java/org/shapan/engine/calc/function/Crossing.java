package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.HashSet;
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

    /** The hierarchies of all arguments, each at most once. */
    static Type type(List<Exp> args) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        Set<Hierarchy> seen = new HashSet<>();
        for (Exp arg : args) {
            for (Hierarchy hierarchy : arg.type().tupleHierarchies()) {
                if (!seen.add(hierarchy)) {
                    throw new EngineException(
                            OlapErrorCode.MDX_TYPE,
                            "Tuple contains more than one member of hierarchy '" + hierarchy.uniqueName() + "'");
                }
                hierarchies.add(hierarchy);
            }
        }
        return Type.set(hierarchies);
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
        return (SetCalc) e -> nonEmptyRows(e, candidates(e, sets));
    }

    private static TupleList candidates(Evaluator e, List<SetCalc> calcs) {
        List<TupleList> sets = calcs.stream().map(set -> set.set(e)).toList();
        long size = NonEmptyCandidates.product(sets);
        if (size >= NonEmptyCandidates.WORTH_IT) {
            List<StoredMeasure> measures = e.formulas().baseMeasures(e.current(0));
            boolean manyMeasures = sets.stream()
                    .anyMatch(set -> set.hierarchies().contains(e.cube().measures()));
            TupleList rows = measures == null || manyMeasures ? null : NonEmptyCandidates.find(e, sets, measures);
            if (rows != null) {
                return rows;
            }
        }
        e.limits().checkTuples(size);
        TupleList product = sets.get(0);
        for (TupleList set : sets.subList(1, sets.size())) {
            product = Regions.cross(product, set);
        }
        return product;
    }

    /** The rows at which the current cell is not empty. */
    static TupleList nonEmptyRows(Evaluator e, TupleList tuples) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            if (!e.isEmptyCell()) {
                rows.add(tuples, row);
            }
            e.reset(mark);
        }
        return rows.build();
    }
}
