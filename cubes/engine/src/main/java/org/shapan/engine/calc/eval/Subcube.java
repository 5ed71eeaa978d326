package org.shapan.engine.calc.eval;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.access.KeptMembers;
import org.shapan.engine.access.MemberRule.State;
import org.shapan.engine.access.SubcubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/** What the subselects of a query leave of the cube that its role sees: which members sets hold, and which rows cells count. Immutable. */
public final class Subcube {
    private final CubeAccess role;
    private final CubeAccess access;
    /** What sets are restricted to; no two speak of one hierarchy. */
    private final List<SubcubeShape> kept;
    /** What cells are restricted to: the part of it that is visual, measures left out. */
    private final List<SubcubeShape> visual;

    private Subcube(CubeAccess role, List<SubcubeShape> kept, List<SubcubeShape> visual) {
        this.role = requireNonNull(role, "role is null");
        this.kept = List.copyOf(kept);
        this.visual = List.copyOf(visual);
        List<KeptMembers> rules =
                kept.stream().flatMap(shape -> shape.rules().stream()).toList();
        this.access = rules.isEmpty() ? role : new SubcubeAccess(role, rules);
    }

    /** Without any subselect. */
    public static Subcube whole(CubeAccess role) {
        return new Subcube(role, List.of(), List.of());
    }

    /**
     * This, restricted by a subselect.
     *
     * @param sets of its axes and slicer; all of them count at once
     * @param isVisual whether cells count only rows within
     * @throws EngineException NOT_SUPPORTED for a calculated member other than a measure
     */
    public Subcube restricted(List<TupleList> sets, boolean isVisual, QueryLimits limits) {
        List<SubcubeShape> members = new ArrayList<>(kept);
        List<SubcubeShape> cells = new ArrayList<>(visual);
        for (TupleList set : sets) {
            refuseCalculated(set);
            for (SubcubeShape shape : SubcubeShape.of(set)) {
                add(shape, members, limits);
                SubcubeShape ofRows = shape.without(role.cube().measures());
                if (isVisual && ofRows != null) {
                    add(ofRows, cells, limits);
                }
            }
        }
        return new Subcube(role, members, cells);
    }

    private static void refuseCalculated(TupleList set) {
        for (int column = 0; column < set.width(); column++) {
            for (int row = 0; row < set.size(); row++) {
                Member member = set.member(row, column);
                if (member.isCalculated() && !member.isMeasure()) {
                    throw new EngineException(
                            OlapErrorCode.NOT_SUPPORTED,
                            "A subselect cannot keep the calculated member " + member.uniqueName()
                                    + ": name the stored members it is made of");
                }
            }
        }
    }

    private static void add(SubcubeShape shape, List<SubcubeShape> to, QueryLimits limits) {
        for (SubcubeShape other : to) {
            if (other.sharesHierarchy(shape)) {
                to.remove(other);
                other.and(shape, limits).forEach(both -> add(both, to, limits));
                return;
            }
        }
        to.add(shape);
    }

    /** What is kept, in words. */
    public List<String> description() {
        return kept.stream()
                .map(shape -> "subselect: keeps " + shape
                        + (visual.stream().anyMatch(cells -> cells.sharesHierarchy(shape)) ? "" : ", NON VISUAL"))
                .toList();
    }

    /** What sets are made from. */
    public CubeAccess access() {
        return access;
    }

    /** What the role sees, subselects not considered: where members are found by name or by their place. */
    public CubeAccess role() {
        return role;
    }

    /** Whether cells are empty, wherever they are: a subselect has an empty set. */
    public boolean isEmpty() {
        return visual.stream().anyMatch(SubcubeShape::isEmpty);
    }

    /** The tuples of an axis or slicer that lie in the subcube; the same object when all do. */
    public TupleList keep(TupleList set) {
        TupleList rest = set;
        for (SubcubeShape shape : kept) {
            rest = shape.keep(rest);
        }
        return rest;
    }

    /** Whether the rows that exist in the whole cube tell where a measure can have a value in the subcube. */
    boolean lieAmongRowsOfTheWhole(StoredMeasure measure) {
        boolean picksPeriods =
                measure.timeAggregation() == TimeAggregation.FIRST || measure.timeAggregation() == TimeAggregation.LAST;
        return visual.isEmpty() || !picksPeriods;
    }

    /**
     * What restricts a cell: sets in each of which its rows must lie; empty when they all do.
     *
     * @param over tuples that count instead of the context's members, or null
     */
    List<TupleList> within(CellContext context, TupleList over) {
        if (visual.isEmpty()) {
            return List.of();
        }
        List<TupleList> within = new ArrayList<>(visual.size());
        for (SubcubeShape shape : visual) {
            TupleList restriction = within(shape, context, over);
            if (restriction != null) {
                within.add(restriction);
            }
        }
        return within;
    }

    private static TupleList within(SubcubeShape shape, CellContext context, TupleList over) {
        State[] states = new State[shape.rules().size()];
        List<Member> outside = new ArrayList<>();
        for (int column = 0; column < states.length; column++) {
            KeptMembers rule = shape.rules().get(column);
            int at = over == null ? -1 : over.hierarchies().indexOf(rule.hierarchy());
            states[column] = at < 0
                    ? rule.state(context.get(rule.hierarchy().ordinal()))
                    : state(rule, over, at, states.length == 1, outside);
        }
        TupleList within = shape.within(states);
        if (within == null || outside.isEmpty()) {
            return within;
        }
        Hierarchy only = within.hierarchies().getFirst();
        TupleList.Builder more = new TupleList.Builder(List.of(only), within.size() + outside.size());
        more.addAll(within);
        outside.forEach(more::add);
        return more.build();
    }

    /** How the members of a column lie in the subcube together; those outside are left whole. */
    private static State state(KeptMembers rule, TupleList over, int column, boolean alone, List<Member> outside) {
        State all = null;
        for (int row = 0; row < over.size(); row++) {
            Member member = over.member(row, column);
            State state = rule.state(member);
            if (state == State.NONE) {
                if (!alone) {
                    return State.NONE;
                }
                outside.add(member);
            }
            all = all == null || state == State.PART || all == State.NONE ? state : all;
        }
        return all;
    }
}
