package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * The tuples of a cross join that can have a value, found from the rows that exist: the product itself is never made. What it gives may
 * hold a few tuples too many (those that a role hides, say), never one too few; the caller tests them one by one.
 */
public final class NonEmptyCandidates {
    /** Smaller products are tested tuple by tuple. */
    public static final int WORTH_IT = 256;

    private final Evaluator evaluator;
    private final List<TupleList> factors;
    private final List<TupleList> over;
    private String whyNot = "";

    private NonEmptyCandidates(Evaluator evaluator, List<TupleList> factors, List<TupleList> over) {
        this.evaluator = evaluator;
        this.factors = factors;
        this.over = over;
    }

    /**
     * @param factors sets of the cross join in order
     * @param over sets of stored members, measures not among them, over some tuple of which there must be a value; may be empty
     * @param measures of which one must have a value
     * @return tuples in the order of the product; null when the sets or the context hold calculated members, so that stored rows do not
     *     tell, or when the limits say that all are to be tested
     */
    public static TupleList find(
            Evaluator evaluator, List<TupleList> factors, List<TupleList> over, List<StoredMeasure> measures) {
        NonEmptyCandidates search = new NonEmptyCandidates(evaluator, factors, over);
        long misses = evaluator.misses();
        TupleList found = evaluator.limits().nativeSets()
                ? search.find(measures)
                : search.not("shapan.query.native-sets says so");
        if (misses == evaluator.misses()) {
            evaluator.notes().add(() -> search.note(found));
        }
        return found;
    }

    private TupleList not(String why) {
        whyNot = why;
        return null;
    }

    private String note(TupleList found) {
        String tuples = product(factors) + " tuples of "
                + hierarchies(factors).stream().map(Hierarchy::uniqueName).collect(Collectors.joining(" × "));
        return found == null
                ? tuples + ": tested one by one, because " + whyNot
                : tuples + ": " + found.size() + " found from the rows that exist";
    }

    /** Number of tuples of a product. */
    public static long product(List<TupleList> factors) {
        long product = 1;
        for (TupleList factor : factors) {
            product = Math.multiplyHigh(product, factor.size()) == 0 ? product * factor.size() : Long.MAX_VALUE;
        }
        return product < 0 ? Long.MAX_VALUE : product;
    }

    private TupleList find(List<StoredMeasure> measures) {
        int measureFactor = -1;
        List<TupleList> sets = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            TupleList factor = factors.get(i);
            if (factor.hierarchies().stream().anyMatch(Hierarchy::isMeasures)) {
                if (factor.width() > 1) {
                    return not("measures stand in tuples of a set");
                }
                measureFactor = i;
            } else if (isStored(factor)) {
                sets.add(factor);
            } else {
                return not("a calculated member stands in a set");
            }
        }
        if (sets.isEmpty()) {
            return not("the set holds measures only");
        }
        TupleList rows = rows(sets, measures);
        return rows == null || measureFactor < 0 ? rows : withMeasures(rows, measureFactor);
    }

    private TupleList rows(List<TupleList> sets, List<StoredMeasure> measures) {
        if (!measures.stream().allMatch(evaluator.subcube()::lieAmongRowsOfTheWhole)) {
            return not("a subselect decides which period a measure takes");
        }
        int mark = evaluator.mark();
        // The hierarchies of the sets are taken from the sets: whatever stands there now does not matter.
        for (Hierarchy hierarchy : hierarchies(sets)) {
            evaluator.set(hierarchy.defaultMember());
        }
        for (Hierarchy hierarchy : hierarchies(over)) {
            evaluator.set(hierarchy.defaultMember());
        }
        evaluator.set(measures.get(0));
        TupleList rows;
        if (evaluator.atNullMember()) {
            rows = TupleList.empty(hierarchies(sets));
        } else if (!evaluator.hasCalculated()) {
            rows = evaluator.nonEmpty(sets, over, measures);
        } else {
            rows = overSlicer(sets, measures);
        }
        evaluator.reset(mark);
        return rows;
    }

    /** The tuples of a compound slicer are one set more over which there must be a value. */
    private TupleList overSlicer(List<TupleList> sets, List<StoredMeasure> measures) {
        TupleList slicer = evaluator.slicerRegion();
        if (slicer == null || slicer.isEmpty() || !isStored(slicer)) {
            return not("a calculated member stands in the context");
        }
        for (Hierarchy hierarchy : slicer.hierarchies()) {
            if (hierarchy.isMeasures()) {
                return not("measures stand in the slicer");
            }
            evaluator.set(hierarchy.defaultMember());
        }
        if (evaluator.hasCalculated()) {
            return not("a calculated member stands beside the slicer");
        }
        List<TupleList> all = new ArrayList<>(over);
        all.add(slicer);
        return evaluator.nonEmpty(sets, all, measures);
    }

    /** Puts the measures of a factor into their place among the columns, keeping the order of the product. */
    private TupleList withMeasures(TupleList rows, int measureFactor) {
        TupleList measures = factors.get(measureFactor);
        int prefix = 0;
        for (int i = 0; i < measureFactor; i++) {
            prefix += factors.get(i).width();
        }
        List<Hierarchy> hierarchies = new ArrayList<>(rows.hierarchies());
        hierarchies.add(prefix, measures.hierarchies().get(0));
        TupleList.Builder builder = new TupleList.Builder(hierarchies, rows.size() * measures.size());
        Member[] row = new Member[hierarchies.size()];
        int start = 0;
        while (start < rows.size()) {
            int end = start + 1;
            while (end < rows.size() && samePrefix(rows, end, start, prefix)) {
                end++;
            }
            for (int m = 0; m < measures.size(); m++) {
                for (int i = start; i < end; i++) {
                    for (int c = 0; c < rows.width(); c++) {
                        row[c < prefix ? c : c + 1] = rows.member(i, c);
                    }
                    row[prefix] = measures.member(m, 0);
                    builder.add(row);
                }
            }
            start = end;
        }
        return builder.build();
    }

    private static boolean samePrefix(TupleList rows, int a, int b, int width) {
        for (int c = 0; c < width; c++) {
            if (rows.member(a, c) != rows.member(b, c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a set holds stored members only. */
    public static boolean isStored(TupleList tuples) {
        for (int column = 0; column < tuples.width(); column++) {
            for (int row = 0; row < tuples.size(); row++) {
                if (tuples.member(row, column).isCalculated()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Hierarchy> hierarchies(List<TupleList> sets) {
        return sets.stream().flatMap(set -> set.hierarchies().stream()).toList();
    }
}
