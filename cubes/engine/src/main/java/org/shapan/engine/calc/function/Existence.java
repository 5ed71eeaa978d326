package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.NonEmptyCandidates;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleIndex;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Aggregation;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Which tuples of a set have values or rows. */
final class Existence implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "NonEmpty",
                        "The tuples of a set at which a cell is not empty: the current one, or one of those at the tuples of a second set,"
                                + " measures among them. Duplicates are kept.")
                .overload("NonEmpty(<Set>)", SET, Scope.ITERATES_CELL, null, Existence::nonEmpty)
                .overload("NonEmpty(<Set>, <Set>)", SET, Scope.VOLATILE, null, Existence::nonEmpty));
    }

    private static Calc nonEmpty(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        SetCalc across = call.has(1) ? c.set(call.arg(1)) : null;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList others = across == null ? null : across.set(e);
            if (tuples.isEmpty() || others != null && others.isEmpty()) {
                return TupleList.empty(tuples.hierarchies());
            }
            return tested(e, candidates(e, tuples, others), others);
        };
    }

    /**
     * {@code Exists} with the name of a fact table: the tuples of the first set for which that table has rows that go with the second,
     * whatever their measures hold.
     */
    static Calc inFacts(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        SetCalc with = call.has(1) ? c.set(call.arg(1)) : null;
        StringCalc group = c.string(call.arg(2));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList others = with == null ? null : with.set(e);
            StoredMeasure rows = rowCount(e, group.string(e));
            if (tuples.isEmpty() || others != null && others.isEmpty() || rows == null) {
                return TupleList.empty(tuples.hierarchies());
            }
            int mark = e.mark();
            e.set(rows);
            TupleList found = tested(e, candidates(e, tuples, others), others);
            e.reset(mark);
            return found;
        };
    }

    /**
     * A measure that has a value wherever a fact has rows.
     *
     * @return null when the role sees no measure of the fact: then nothing exists for it
     */
    private static StoredMeasure rowCount(Evaluator e, String name) {
        List<StoredMeasure> group = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (StoredMeasure measure : e.cube().storedMeasures()) {
            names.add(measure.factGroup().name());
            if (measure.factGroup().name().equalsIgnoreCase(name)) {
                group.add(measure);
            }
        }
        if (group.isEmpty()) {
            throw Scalars.error("The cube has no fact table '" + name + "'; it has " + names);
        }
        if (group.stream().noneMatch(measure -> measure.visible() && e.access().canSee(measure))) {
            return null;
        }
        return group.stream()
                .filter(measure -> measure.aggregation() == Aggregation.COUNT && measure.sql() == null)
                .findFirst()
                .orElse(group.get(0));
    }

    /** The tuples worth testing; all of them when rows do not tell. */
    private static TupleList candidates(Evaluator e, TupleList tuples, TupleList others) {
        if (tuples.size() < NonEmptyCandidates.WORTH_IT || others != null && !areDisjoint(tuples, others)) {
            return tuples;
        }
        List<Member> measures = measures(e, others);
        List<StoredMeasure> bases = new ArrayList<>();
        for (Member measure : measures) {
            List<StoredMeasure> of = e.formulas().baseMeasures(measure);
            if (of == null || of.isEmpty()) {
                return tuples;
            }
            bases.addAll(of);
        }
        if (bases.isEmpty() || tuples.hierarchies().stream().anyMatch(Hierarchy::isMeasures)) {
            return tuples;
        }
        TupleList over = others == null ? null : withoutMeasures(others);
        if (over != null && !NonEmptyCandidates.isStored(over)) {
            return tuples;
        }
        TupleList found = NonEmptyCandidates.find(
                e,
                List.of(tuples),
                over == null || over.width() == 0 ? List.of() : List.of(over),
                bases.stream().distinct().toList());
        if (found == null) {
            return tuples;
        }
        TupleIndex index = TupleIndex.of(found);
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            if (index.contains(tuples, row)) {
                rows.add(tuples, row);
            }
        }
        return rows.build();
    }

    private static boolean areDisjoint(TupleList a, TupleList b) {
        return a.hierarchies().stream().noneMatch(b.hierarchies()::contains);
    }

    /** The measures at which cells are looked at. */
    private static List<Member> measures(Evaluator e, TupleList others) {
        int column = others == null ? -1 : others.hierarchies().indexOf(e.cube().measures());
        if (column < 0) {
            return List.of(e.current(0));
        }
        Set<Member> measures = new LinkedHashSet<>();
        for (int row = 0; row < others.size(); row++) {
            measures.add(others.member(row, column));
        }
        return List.copyOf(measures);
    }

    private static TupleList withoutMeasures(TupleList tuples) {
        List<Hierarchy> hierarchies = tuples.hierarchies().stream()
                .filter(hierarchy -> !hierarchy.isMeasures())
                .toList();
        return hierarchies.size() == tuples.width() ? tuples : SetOperations.distinct(columns(tuples, hierarchies));
    }

    private static TupleList columns(TupleList tuples, List<Hierarchy> hierarchies) {
        int[] columns =
                hierarchies.stream().mapToInt(tuples.hierarchies()::indexOf).toArray();
        TupleList.Builder rows = new TupleList.Builder(hierarchies, tuples.size());
        Member[] members = new Member[columns.length];
        for (int row = 0; row < tuples.size() && columns.length > 0; row++) {
            for (int i = 0; i < columns.length; i++) {
                members[i] = tuples.member(row, columns[i]);
            }
            rows.add(members);
        }
        return rows.build();
    }

    /** The tuples at which the cell, or one of those across the others, has a value. */
    static TupleList tested(Evaluator e, TupleList tuples, TupleList others) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            boolean empty = others == null ? e.isEmptyCell() : isEmptyAcross(e, others);
            e.reset(mark);
            if (!empty) {
                rows.add(tuples, row);
            }
        }
        return rows.build();
    }

    /** All cells are read even when one has a value, so that those missing are loaded in one pass. */
    private static boolean isEmptyAcross(Evaluator e, TupleList others) {
        boolean empty = true;
        long misses = e.misses();
        for (int row = 0; row < others.size() && (empty || misses != e.misses()); row++) {
            e.check();
            int mark = e.mark();
            e.set(others, row);
            empty &= e.isEmptyCell();
            e.reset(mark);
        }
        return empty;
    }
}
