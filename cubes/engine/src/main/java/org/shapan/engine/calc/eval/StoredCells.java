package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.cell.CellRegion;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.QueryCells;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * Cells of stored measures as a role sees them within a subcube: a member whose rows are partly hidden is read as the sum of its visible
 * parts, and only rows that lie in the subcube count.
 */
final class StoredCells {
    private final Subcube subcube;
    private final CubeAccess access;
    private final QueryCells cells;
    private final Hierarchy[] restricted;
    private final UnrelatedHierarchies unrelated;
    private final Map<Member, List<Member>> rollups = new IdentityHashMap<>();
    private long misses;

    StoredCells(Subcube subcube, QueryCells cells) {
        this.subcube = subcube;
        this.access = subcube.role();
        this.cells = cells;
        this.unrelated = new UnrelatedHierarchies(access.cube());
        this.restricted = access.cube().hierarchies().stream()
                .filter(h -> !h.isMeasures() && access.restrictsRollup(h))
                .toArray(Hierarchy[]::new);
    }

    long misses() {
        return misses;
    }

    void read(CellContext context, CellValue into) {
        StoredMeasure measure = (StoredMeasure) context.get(0);
        int mark = context.mark();
        ignoreUnrelated(measure, context);
        readRelated(context, measure, into);
        context.reset(mark);
    }

    /** Puts the hierarchies that do not count for a measure, stored or calculated, to their default members. */
    void ignoreUnrelated(Member measure, CellContext context) {
        for (Hierarchy hierarchy : unrelated.of(measure)) {
            context.set(hierarchy.defaultMember());
        }
    }

    /** The tuples as far as they count for a measure. */
    TupleList related(StoredMeasure measure, TupleList tuples) {
        return unrelated.related(measure, tuples);
    }

    private void readRelated(CellContext context, StoredMeasure measure, CellValue into) {
        List<TupleList> within = subcube.within(context, null);
        for (Hierarchy hierarchy : restricted) {
            if (rollup(context.get(hierarchy.ordinal())) != null) {
                readRolledUp(context, within, measure, into);
                return;
            }
        }
        if (within.isEmpty()) {
            note(cells.read(context.members(), measure, into), into);
        } else {
            note(cells.readOver(context.members(), new CellRegion(null, within), measure, into), into);
        }
    }

    /** Reads the union of tuples of stored members; parts hidden from the role are left out. */
    void readOver(CellContext context, TupleList tuples, StoredMeasure measure, CellValue into) {
        TupleList visible = tuples;
        for (Hierarchy hierarchy : restricted) {
            visible = visibleParts(visible, hierarchy, context, this::rollup);
        }
        visible = Regions.canonical(visible);
        if (visible.isEmpty()) {
            into.setEmpty();
        } else {
            CellRegion region = new CellRegion(visible, subcube.within(context, visible));
            note(cells.readOver(context.members(), region, measure, into), into);
        }
    }

    /** An empty set while cells are missing. */
    TupleList nonEmpty(CellContext context, List<TupleList> sets, List<TupleList> over, List<StoredMeasure> measures) {
        TupleList rows = cells.nonEmpty(context.members(), sets, over, measures);
        if (rows != null) {
            return rows;
        }
        misses++;
        return TupleList.empty(
                sets.stream().flatMap(set -> set.hierarchies().stream()).toList());
    }

    /**
     * The rows that the cell counts and that the role may see.
     *
     * @param tuples that count instead of the context's members in their hierarchies; of no hierarchy for the context alone
     */
    CellRows rows(CellContext context, TupleList tuples, StoredMeasure measure) {
        int mark = context.mark();
        for (Hierarchy hierarchy : unrelated.of(measure)) {
            context.set(hierarchy.defaultMember());
        }
        TupleList visible = tuples.width() == 0 ? tuples : related(measure, tuples);
        for (Hierarchy hierarchy : access.cube().hierarchies()) {
            if (!hierarchy.isMeasures()) {
                visible = visibleParts(visible, hierarchy, context, access::rows);
            }
        }
        boolean alone = visible.width() == 0;
        TupleList over = alone ? null : visible;
        CellRegion region = visible.isEmpty() ? null : new CellRegion(over, subcube.within(context, over));
        CellRows rows = new CellRows(measure, context.members().clone(), region);
        context.reset(mark);
        return rows;
    }

    /** Asks the database whether there is any of them. */
    boolean hasRows(CellRows rows) {
        return rows.region() != null
                && cells.hasRows(rows.context(), rows.region(), rows.measure().factGroup());
    }

    private void readRolledUp(CellContext context, List<TupleList> within, StoredMeasure measure, CellValue into) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (Hierarchy hierarchy : restricted) {
            if (rollup(context.get(hierarchy.ordinal())) != null) {
                hierarchies.add(hierarchy);
            }
        }
        TupleList parts = TupleList.ofMembers(
                hierarchies.get(0), rollup(context.get(hierarchies.get(0).ordinal())));
        for (Hierarchy hierarchy : hierarchies.subList(1, hierarchies.size())) {
            parts = Regions.cross(parts, TupleList.ofMembers(hierarchy, rollup(context.get(hierarchy.ordinal()))));
        }
        if (parts.isEmpty()) {
            into.setEmpty();
        } else {
            note(cells.readOver(context.members(), new CellRegion(parts, within), measure, into), into);
        }
    }

    /** Replaces, in the column of a hierarchy or in the context when there is no such column, a member by its visible parts. */
    private static TupleList visibleParts(
            TupleList tuples, Hierarchy hierarchy, CellContext context, Function<Member, List<Member>> partsOf) {
        int column = tuples.hierarchies().indexOf(hierarchy);
        if (column < 0) {
            List<Member> parts = partsOf.apply(context.get(hierarchy.ordinal()));
            return parts == null ? tuples : Regions.cross(tuples, TupleList.ofMembers(hierarchy, parts));
        }
        TupleList.Builder builder = new TupleList.Builder(tuples.hierarchies(), tuples.size());
        Member[] row = new Member[tuples.width()];
        for (int i = 0; i < tuples.size(); i++) {
            List<Member> parts = partsOf.apply(tuples.member(i, column));
            if (parts == null) {
                builder.add(tuples, i);
                continue;
            }
            tuples.copyRow(i, row);
            for (Member part : parts) {
                row[column] = part;
                builder.add(row);
            }
        }
        return builder.build();
    }

    private List<Member> rollup(Member member) {
        if (rollups.containsKey(member)) {
            return rollups.get(member);
        }
        List<Member> parts = access.rollup(member);
        rollups.put(member, parts);
        return parts;
    }

    private void note(QueryCells.Status status, CellValue into) {
        if (status == QueryCells.Status.MISSING) {
            misses++;
            into.setEmpty();
        }
    }
}
