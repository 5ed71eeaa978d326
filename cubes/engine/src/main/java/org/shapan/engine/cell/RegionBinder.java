package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Puts contexts and regions of a query's cube into the terms of one fact group. One thread. */
final class RegionBinder {
    private static final List<Hierarchy> NONE = List.of();

    private final FactLayout layout;
    private final Coordinates at;
    private final boolean[] inRegion;
    /** By identity of the lists, which a query reads within for every cell. */
    private final Map<List<TupleList>, Within> withins = new HashMap<>();

    RegionBinder(FactLayout layout, Cube cube) {
        this.layout = layout;
        this.at = new Coordinates(layout, cube);
        this.inRegion = new boolean[cube.hierarchies().size()];
    }

    /**
     * A subcube in terms of the fact group.
     *
     * @param region null when no row lies in it
     * @param times per restriction that speaks of time the tuples' code and id there, in pairs
     */
    record Within(BoundRegion region, List<List<int[]>> times) {
        boolean holds(int position, LoadedPeriods periods, Member all) {
            return times.stream()
                    .allMatch(tuples -> tuples.stream().anyMatch(t -> {
                        int id = t[0] == Grain.ALL ? all.id() : t[1];
                        return periods.from(id) <= position && position < periods.to(id);
                    }));
        }
    }

    /**
     * A place in the fact group's space.
     *
     * @param codes grain code per hierarchy of the base cube; {@link Grain#ALL} where the tuples speak
     * @param ids member id likewise
     * @param ordinals of the tuples; none where the context alone counts
     * @param tuples grain code and id per ordinal, in pairs
     */
    record Placed(int[] codes, int[] ids, int[] ordinals, List<int[]> tuples, Within within) {
        Placed at(int[] otherCodes, int[] otherIds, List<int[]> otherTuples) {
            return new Placed(otherCodes, otherIds, ordinals, otherTuples, within);
        }

        BoundRegion region() {
            return ordinals.length == 0
                    ? within.region
                    : BoundRegion.of(ordinals, tuples).and(within.region);
        }
    }

    /** Null when no fact can lie there. */
    Placed place(Member[] context, CellRegion region) {
        List<Hierarchy> hierarchies =
                region.tuples() == null ? NONE : region.tuples().hierarchies();
        Arrays.fill(inRegion, false);
        hierarchies.forEach(h -> inRegion[h.ordinal()] = true);
        int[] codes = new int[layout.size()];
        int[] ids = new int[layout.size()];
        if (!at.place(context, inRegion, codes, ids)) {
            return null;
        }
        int[] ordinals =
                hierarchies.stream().mapToInt(h -> at.baseOrdinal(h.ordinal())).toArray();
        int[] all = IntStream.range(0, hierarchies.size()).toArray();
        List<int[]> tuples = region.tuples() == null ? List.of() : bind(region.tuples(), all);
        Within within = withins.computeIfAbsent(region.within(), this::within);
        return within.region == null || region.tuples() != null && tuples.isEmpty()
                ? null
                : new Placed(codes, ids, ordinals, tuples, within);
    }

    private Within within(List<TupleList> restrictions) {
        BoundRegion region = BoundRegion.EVERYTHING;
        List<List<int[]>> times = new ArrayList<>();
        for (TupleList tuples : restrictions) {
            int[] known = IntStream.range(0, tuples.width())
                    .filter(c -> baseOrdinal(tuples, c) >= 0)
                    .toArray();
            if (known.length == 0) {
                continue;
            }
            List<int[]> bound = bind(tuples, known);
            if (bound.isEmpty()) {
                return new Within(null, List.of());
            }
            int[] ordinals =
                    Arrays.stream(known).map(c -> baseOrdinal(tuples, c)).toArray();
            region = region.and(BoundRegion.of(ordinals, bound));
            for (int c = 0; c < ordinals.length; c++) {
                int from = 2 * c;
                if (ordinals[c] == layout.time()) {
                    times.add(bound.stream()
                            .map(t -> Arrays.copyOfRange(t, from, from + 2))
                            .toList());
                }
            }
        }
        return new Within(region, times);
    }

    private int baseOrdinal(TupleList tuples, int column) {
        return at.baseOrdinal(tuples.hierarchies().get(column).ordinal());
    }

    /** Tuples with rows in this fact group: grain code and id per column, in pairs. */
    private List<int[]> bind(TupleList tuples, int[] columns) {
        List<int[]> bound = new ArrayList<>(tuples.size());
        rows:
        for (int row = 0; row < tuples.size(); row++) {
            int[] tuple = new int[2 * columns.length];
            for (int c = 0; c < columns.length; c++) {
                Member member = tuples.member(row, columns[c]);
                int code = at.code(member);
                if (code == Coordinates.OUTSIDE) {
                    continue rows;
                }
                tuple[2 * c] = code;
                tuple[2 * c + 1] = code == Grain.ALL ? 0 : Coordinates.idOf(member);
            }
            bound.add(tuple);
        }
        return bound;
    }
}
