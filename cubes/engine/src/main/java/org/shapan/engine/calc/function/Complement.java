package org.shapan.engine.calc.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.NonEmptyCandidates;
import org.shapan.engine.calc.eval.Overlaps;
import org.shapan.engine.calc.eval.Regions;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** {@code -{set}}: the tuples of the set's levels that share no cell with the set. Together they hold every row that the set does not. */
final class Complement {
    private Complement() {}

    static Calc of(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        return (SetCalc) e -> of(set.set(e), e);
    }

    private static TupleList of(TupleList set, Evaluator e) {
        if (set.isEmpty()) {
            return roots(set, e);
        }
        List<TupleList> columns = IntStream.range(0, set.width())
                .mapToObj(column -> levels(set, column, e))
                .toList();
        e.limits().checkTuples(NonEmptyCandidates.product(columns));
        TupleList all = columns.stream().reduce(Regions::cross).orElseThrow();
        Overlaps overlaps = new Overlaps(set, IntStream.range(0, set.width()).toArray());
        TupleList.Builder rest = new TupleList.Builder(all.hierarchies(), all.size());
        Member[] tuple = new Member[all.width()];
        for (int row = 0; row < all.size(); row++) {
            e.check();
            all.copyRow(row, tuple);
            if (!overlaps.any(tuple, found -> true)) {
                rest.add(all, row);
            }
        }
        return rest.build();
    }

    private static TupleList roots(TupleList set, Evaluator e) {
        return set.hierarchies().stream()
                .map(hierarchy -> TupleList.ofMembers(hierarchy, e.access().roots(hierarchy)))
                .reduce(Regions::cross)
                .orElse(set);
    }

    private static TupleList levels(TupleList set, int column, Evaluator e) {
        Set<Level> levels = new LinkedHashSet<>();
        for (int row = 0; row < set.size(); row++) {
            levels.add(set.member(row, column).level());
        }
        List<Member> members = new ArrayList<>();
        levels.forEach(level -> members.addAll(e.access().members(level)));
        return TupleList.ofMembers(set.hierarchies().get(column), members);
    }
}
