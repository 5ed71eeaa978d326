package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Sets of tuples seen as regions of cells. */
public final class Regions {
    private Regions() {}

    /** Every row of the first with every row of the second, the second varying fastest. */
    public static TupleList cross(TupleList left, TupleList right) {
        List<Hierarchy> hierarchies = new ArrayList<>(left.hierarchies());
        hierarchies.addAll(right.hierarchies());
        TupleList.Builder builder =
                new TupleList.Builder(hierarchies, Math.toIntExact((long) left.size() * right.size()));
        Member[] row = new Member[hierarchies.size()];
        for (int i = 0; i < left.size(); i++) {
            left.copyRow(i, row);
            for (int j = 0; j < right.size(); j++) {
                for (int c = 0; c < right.width(); c++) {
                    row[left.width() + c] = right.member(j, c);
                }
                builder.add(row);
            }
        }
        return builder.build();
    }

    /** Each row where it first occurs. */
    public static TupleList distinct(TupleList tuples) {
        TupleIndex index = new TupleIndex(tuples.size());
        TupleList.Builder distinct = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            if (index.add(tuples, row)) {
                distinct.add(tuples, row);
            }
        }
        return distinct.build();
    }

    /** The distinct rows that lie in no other row: each stands for the cells below its members. */
    public static TupleList canonical(TupleList tuples) {
        TupleList rows = distinct(tuples);
        if (!mayNest(rows)) {
            return rows;
        }
        TupleList.Builder outermost = new TupleList.Builder(rows.hierarchies(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            if (!liesInAnother(rows, row)) {
                outermost.add(rows, row);
            }
        }
        return outermost.build();
    }

    /** Rows can lie in each other only when a column has members of different depths. */
    private static boolean mayNest(TupleList tuples) {
        for (int column = 0; column < tuples.width(); column++) {
            for (int row = 1; row < tuples.size(); row++) {
                if (tuples.member(row, column).depth()
                        != tuples.member(0, column).depth()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean liesInAnother(TupleList tuples, int row) {
        for (int other = 0; other < tuples.size(); other++) {
            if (other != row && liesIn(tuples, row, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean liesIn(TupleList tuples, int row, int other) {
        for (int column = 0; column < tuples.width(); column++) {
            if (!tuples.member(row, column).isSelfOrDescendantOf(tuples.member(other, column))) {
                return false;
            }
        }
        return true;
    }
}
