package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** The hierarchies that a measure of a virtual cube does not know and that the catalog wants ignored for it. */
final class UnrelatedHierarchies {
    private static final Hierarchy[] NONE = {};

    private final Cube cube;
    private final Map<Member, Hierarchy[]> byMeasure = new IdentityHashMap<>();

    UnrelatedHierarchies(Cube cube) {
        this.cube = cube;
    }

    /** @param measure stored or calculated */
    Hierarchy[] of(Member measure) {
        if (!cube.isVirtual()) {
            return NONE;
        }
        Hierarchy[] known = byMeasure.get(measure);
        if (known == null) {
            known = cube.ignoredBy(measure).toArray(Hierarchy[]::new);
            byMeasure.put(measure, known);
        }
        return known;
    }

    /** The distinct tuples over the hierarchies that count for a measure; the same object when all of them do. */
    TupleList related(StoredMeasure measure, TupleList tuples) {
        Hierarchy[] unrelated = of(measure);
        if (unrelated.length == 0) {
            return tuples;
        }
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < tuples.width(); column++) {
            if (!List.of(unrelated).contains(tuples.hierarchies().get(column))) {
                columns.add(column);
            }
        }
        if (columns.size() == tuples.width()) {
            return tuples;
        }
        TupleList.Builder builder = new TupleList.Builder(
                columns.stream().map(tuples.hierarchies()::get).toList(), tuples.size());
        Member[] row = new Member[columns.size()];
        for (int i = 0; i < tuples.size(); i++) {
            for (int c = 0; c < row.length; c++) {
                row[c] = tuples.member(i, columns.get(c));
            }
            builder.add(row);
        }
        return Regions.distinct(builder.build());
    }
}
