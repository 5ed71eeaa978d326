package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;

/** Finds, in a list of tuples, those that share rows with others: member by member one lies at or below the other. */
public final class Overlaps {
    private final TupleList tuples;
    private final int[] columns;
    private final Map<Member, List<Integer>> at = new IdentityHashMap<>();
    private final Map<Member, List<Integer>> below = new IdentityHashMap<>();

    /** @param columns of the list that are compared, at least one */
    public Overlaps(TupleList tuples, int[] columns) {
        this.tuples = tuples;
        this.columns = columns;
        for (int row = 0; row < tuples.size(); row++) {
            Member member = tuples.member(row, columns[0]);
            at.computeIfAbsent(member, m -> new ArrayList<>()).add(row);
            for (Member m = member.parent(); m != null; m = m.parent()) {
                below.computeIfAbsent(m, any -> new ArrayList<>()).add(row);
            }
        }
    }

    /**
     * Tries the rows that overlap with a tuple until one is accepted.
     *
     * @param tuple a member per compared column; a calculated one overlaps with everything
     * @return whether one was accepted
     */
    public boolean any(Member[] tuple, IntPredicate accepted) {
        if (tuple[0].isCalculated()) {
            for (int row = 0; row < tuples.size(); row++) {
                if (matches(row, tuple) && accepted.test(row)) {
                    return true;
                }
            }
            return false;
        }
        for (Member m = tuple[0]; m != null; m = m.parent()) {
            if (any(at.getOrDefault(m, List.of()), tuple, accepted)) {
                return true;
            }
        }
        return any(below.getOrDefault(tuple[0], List.of()), tuple, accepted);
    }

    private boolean any(List<Integer> rows, Member[] tuple, IntPredicate accepted) {
        for (int row : rows) {
            if (matches(row, tuple) && accepted.test(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int row, Member[] tuple) {
        for (int c = 1; c < columns.length; c++) {
            if (!tuple[c].isCalculated() && deeper(tuple[c], tuples.member(row, columns[c])) == null) {
                return false;
            }
        }
        return true;
    }

    /** The member that lies in the other; null when neither does. */
    static Member deeper(Member a, Member b) {
        return a.isSelfOrDescendantOf(b) ? a : b.isSelfOrDescendantOf(a) ? b : null;
    }
}
