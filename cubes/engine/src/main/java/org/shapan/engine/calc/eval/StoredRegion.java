package org.shapan.engine.calc.eval;

import java.util.HashSet;
import java.util.Set;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * Turns tuples, and the context around them, into a region of stored members: calculated members that are aggregates over sets are
 * replaced by these sets. Needed where values of parts cannot be added up.
 */
final class StoredRegion {
    private final Evaluator evaluator;

    private StoredRegion(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Leaves the context with stored members only; the caller resets it.
     *
     * @return null when a calculated member is no aggregate
     */
    static TupleList of(Evaluator evaluator, TupleList tuples) {
        return new StoredRegion(evaluator).expand(tuples);
    }

    private TupleList expand(TupleList tuples) {
        TupleList region = withoutCalculated(tuples);
        while (region != null && !region.isEmpty()) {
            for (Hierarchy hierarchy : region.hierarchies()) {
                evaluator.set(hierarchy.defaultMember());
            }
            if (!evaluator.hasCalculated()) {
                return region;
            }
            TupleList more = evaluator.slicerRegion();
            if (more == null || shareHierarchy(region, more)) {
                return null;
            }
            for (Hierarchy hierarchy : more.hierarchies()) {
                evaluator.set(hierarchy.defaultMember());
            }
            more = withoutCalculated(more);
            region = more == null ? null : Regions.cross(region, more);
        }
        return region;
    }

    private static boolean shareHierarchy(TupleList left, TupleList right) {
        Set<Hierarchy> all = new HashSet<>(left.hierarchies());
        all.retainAll(right.hierarchies());
        return !all.isEmpty();
    }

    /** The tuples with every calculated member replaced by the members it stands for; null when it stands for none. */
    private TupleList withoutCalculated(TupleList tuples) {
        TupleList stored = tuples;
        for (int column = 0; column < tuples.width(); column++) {
            stored = withoutCalculated(stored, column);
            if (stored == null) {
                return null;
            }
        }
        return stored;
    }

    private TupleList withoutCalculated(TupleList tuples, int column) {
        TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        Member[] row = new Member[tuples.width()];
        for (int i = 0; i < tuples.size(); i++) {
            if (!(tuples.member(i, column) instanceof CalculatedMember calculated)) {
                rows.add(tuples, i);
                continue;
            }
            TupleList parts = evaluator.regionOf(calculated);
            if (parts == null || parts.width() != 1 || parts.hierarchies().get(0) != calculated.hierarchy()) {
                return null;
            }
            parts = withoutCalculated(parts, 0);
            if (parts == null) {
                return null;
            }
            tuples.copyRow(i, row);
            for (int part = 0; part < parts.size(); part++) {
                row[column] = parts.member(part, 0);
                rows.add(row);
            }
        }
        return rows.build();
    }
}
