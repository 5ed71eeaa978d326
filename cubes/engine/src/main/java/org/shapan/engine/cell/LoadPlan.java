package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.shapan.engine.cell.segment.IdSet;

/**
 * Arranges the requests of one load in few statements: a coarser request of additive columns is rolled up from a finer one of the same
 * load, which is widened a little where it must be. Built for one load; one thread.
 */
final class LoadPlan {
    /** A finer statement may grow to this many cells for the sake of a coarser one, whatever it was before. */
    private static final double ALWAYS_WIDE = 20_000;

    /** Above that it may grow by this factor. */
    private static final double WIDER = 2;

    private final PredicateChoice choice;
    private final Closedness closed;
    private final List<Base> bases = new ArrayList<>();

    /** A request that goes to the database, with the requests that are rolled up from what it gives. */
    static final class Base {
        private final LoadRequest request;
        private final int position;
        private final MemberPredicate[] predicates;
        private final Set<FactColumn> columns;
        /** Whether other requests may be rolled up from it. */
        private final boolean shared;

        private final List<Derived> derived = new ArrayList<>();

        private Base(LoadRequest request, int position, MemberPredicate[] predicates, boolean shared) {
            this.request = request;
            this.position = position;
            this.predicates = predicates;
            this.shared = shared;
            this.columns = new LinkedHashSet<>(request.columns());
        }

        LoadRequest request() {
            return request;
        }

        /** Of the request in the load. */
        int position() {
            return position;
        }

        List<Derived> derived() {
            return derived;
        }

        /** Per key column of the grain; null entries for all members. */
        MemberPredicate[] predicates() {
            return predicates;
        }

        /** What the statement reads; may be widened. */
        Set<FactColumn> columns() {
            return columns;
        }

        SegmentKey key() {
            List<FactColumn> sorted = new ArrayList<>(columns);
            sorted.sort(Comparator.comparing(FactColumn::toString));
            return new SegmentKey(
                    request.layout().group().id(),
                    request.version(),
                    request.grain(),
                    predicates,
                    request.region(),
                    List.copyOf(sorted));
        }
    }

    /** @param position of the request in the load */
    record Derived(LoadRequest request, int position) {}

    LoadPlan(PredicateChoice choice, Closedness closed) {
        this.choice = choice;
        this.closed = closed;
    }

    /**
     * Requests should come with the finest first.
     *
     * @param position of the request in the load
     * @param alone when the columns share no statement with another request's
     */
    void add(LoadRequest request, int position, boolean alone) {
        if (alone || request.region() != null) {
            bases.add(new Base(request, position, choice.choose(request), false));
            return;
        }
        List<FactColumn> additive = request.columns().stream()
                .filter(column -> column.operation().isAdditive())
                .toList();
        LoadRequest rest = request;
        if (!additive.isEmpty() && derive(request.withColumns(additive), position)) {
            rest = request.withColumns(request.columns().stream()
                    .filter(column -> !column.operation().isAdditive())
                    .toList());
        }
        if (!rest.columns().isEmpty()) {
            bases.add(new Base(rest, position, choice.choose(rest), true));
        }
    }

    private boolean derive(LoadRequest request, int position) {
        MemberPredicate[] wanted = choice.choose(request);
        for (Base base : bases) {
            if (base.shared && take(base, request, wanted)) {
                base.derived.add(new Derived(request, position));
                return true;
            }
        }
        return false;
    }

    List<Base> bases() {
        return bases;
    }

    /** Widens the base so that the request can be rolled up from it, when that is worth it. */
    private boolean take(Base base, LoadRequest request, MemberPredicate[] wanted) {
        if (base.request.layout() != request.layout()
                || !base.request.grain().isFinerOrEqual(request.grain())
                || !request.layout().sameOverlaps(base.request.grain(), request.grain())) {
            return false;
        }
        int[] finer = base.request.grain().grouped();
        MemberPredicate[] widened = base.predicates.clone();
        for (int c = 0; c < finer.length; c++) {
            int code = request.grain().code(finer[c]);
            if (code == Grain.ALL) {
                if (Grain.isTree(base.request.grain().code(finer[c]))) {
                    return false;
                }
                widened[c] = null;
            } else {
                int at = Arrays.binarySearch(request.grain().grouped(), finer[c]);
                widened[c] = union(request.layout(), finer[c], code, widened[c], wanted[at]);
            }
        }
        double before = size(base.request, base.predicates);
        if (size(base.request, widened) > Math.max(ALWAYS_WIDE, before * WIDER) || !addsUp(base.request, request)) {
            return false;
        }
        System.arraycopy(widened, 0, base.predicates, 0, widened.length);
        base.columns.addAll(request.columns());
        return true;
    }

    private boolean addsUp(LoadRequest base, LoadRequest request) {
        for (int b : base.grain().grouped()) {
            if (request.grain().code(b) == Grain.ALL
                    && !closed.isClosed(base.layout(), b, base.grain().code(b), base.version())) {
                return false;
            }
        }
        return true;
    }

    /** What holds the members of both; null for all. */
    private static MemberPredicate union(
            FactLayout layout, int ordinal, int code, MemberPredicate a, MemberPredicate b) {
        if (a == null || b == null || Objects.equals(a, b)) {
            return a == null || b == null ? null : a;
        }
        if (Grain.isTree(code)) {
            IdSet both = a.ids().copy();
            both.addAll(b.ids());
            return new MemberPredicate(a.depth(), both);
        }
        int depth = Math.min(a.depth(), b.depth());
        IdSet both = new IdSet();
        for (MemberPredicate predicate : List.of(a, b)) {
            Ancestors climb = layout.ancestors(ordinal, depth);
            IdSet ids = predicate.ids();
            for (int id = ids.next(0); id >= 0; id = ids.next(id + 1)) {
                int above = climb.of(id);
                if (above < 0) {
                    return null;
                }
                both.add(above);
            }
        }
        return new MemberPredicate(depth, both);
    }

    /** Cells of the product of the levels within the predicates, roughly. */
    private static double size(LoadRequest request, MemberPredicate[] predicates) {
        double product = 1;
        int[] grouped = request.grain().grouped();
        for (int c = 0; c < grouped.length; c++) {
            FactLayout layout = request.layout();
            double level = layout.level(grouped[c], Grain.depth(request.grain().code(grouped[c])))
                    .memberCount();
            MemberPredicate predicate = predicates[c];
            double share = predicate == null
                    ? 1
                    : (double) predicate.ids().size()
                            / Math.max(
                                    1,
                                    layout.level(grouped[c], predicate.depth()).memberCount());
            product *= Math.max(1, level * share);
        }
        return product;
    }
}
