package org.shapan.engine.calc.function;

import org.shapan.engine.calc.eval.TupleIndex;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;

/** Finds the first row of a set that holds given members. */
final class RowIndex {
    private final TupleIndex index;
    private final int[] firstRows;
    private final TupleList tuples;

    RowIndex(TupleList tuples) {
        this.tuples = tuples;
        this.index = new TupleIndex(tuples.size());
        this.firstRows = new int[tuples.size()];
        int distinct = 0;
        for (int row = 0; row < tuples.size(); row++) {
            if (index.add(tuples, row)) {
                firstRows[distinct++] = row;
            }
        }
    }

    /** -1 when no row does. */
    int row(Member[] members) {
        if (members.length != tuples.width()) {
            return -1;
        }
        TupleList.Builder single = new TupleList.Builder(tuples.hierarchies(), 1);
        single.add(members);
        TupleList sought = single.build();
        int ordinal = sought.isEmpty() ? -1 : index.ordinal(sought, 0);
        return ordinal < 0 ? -1 : firstRows[ordinal];
    }
}
