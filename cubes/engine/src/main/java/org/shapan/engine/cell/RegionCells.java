package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.TimeAggregation;

/**
 * Cells over regions: one value for the union of the rows of several tuples, for the rows of a context within a subcube, or both. A
 * semi-additive measure takes the last (first) period that is loaded anywhere in the region, for all its tuples.
 */
final class RegionCells {
    private static final List<Hierarchy> NONE = List.of();

    private final GroupCells group;
    private final FactLayout layout;
    private final Coordinates at;
    private final boolean[] inRegion;
    private final Map<Place, GrainCells> grains = new HashMap<>();
    /** By identity of the lists, which a query reads within for every cell. */
    private final Map<List<TupleList>, Within> withins = new HashMap<>();

    private record Place(Grain grain, BoundRegion region) {}

    /**
     * A subcube in terms of the fact group.
     *
     * @param region null when no row lies in it
     * @param times per restriction that speaks of time the tuples' code and id there, in pairs
     */
    private record Within(BoundRegion region, List<List<int[]>> times) {
        boolean holds(int position, LoadedPeriods periods, Member all) {
            return times.stream()
                    .allMatch(tuples -> tuples.stream().anyMatch(t -> {
                        int id = t[0] == Grain.ALL ? all.id() : t[1];
                        return periods.from(id) <= position && position < periods.to(id);
                    }));
        }
    }

    /** What is read: tuples over hierarchies (empty: the context alone), within. */
    private record Region(int[] ordinals, List<int[]> tuples, Within within) {
        Region withTuples(List<int[]> others) {
            return new Region(ordinals, others, within);
        }
    }

    RegionCells(GroupCells group, Cube cube) {
        this.group = group;
        this.layout = group.layout();
        this.at = new Coordinates(layout, cube);
        this.inRegion = new boolean[cube.hierarchies().size()];
    }

    /** Reads a value over a region; see {@link QueryCells#readOver}. */
    Status read(Member[] context, CellRegion region, MeasurePlan plan, CellValue into) {
        into.setEmpty();
        if (plan.isSingle()) {
            return Status.EMPTY;
        }
        List<Hierarchy> hierarchies =
                region.tuples() == null ? NONE : region.tuples().hierarchies();
        Arrays.fill(inRegion, false);
        hierarchies.forEach(h -> inRegion[h.ordinal()] = true);
        int[] codes = new int[layout.size()];
        int[] ids = new int[layout.size()];
        if (!at.place(context, inRegion, codes, ids)) {
            return Status.EMPTY;
        }
        int[] ordinals =
                hierarchies.stream().mapToInt(h -> at.baseOrdinal(h.ordinal())).toArray();
        List<int[]> tuples = region.tuples() == null ? List.of() : bind(region.tuples(), columns(region.tuples()));
        Within within = withins.computeIfAbsent(region.within(), this::bind);
        if (within.region() == null || region.tuples() != null && tuples.isEmpty()) {
            return Status.EMPTY;
        }
        Region bound = new Region(ordinals, tuples, within);
        return plan.time() == TimeAggregation.SAME
                ? read(codes, ids, bound, plan, into)
                : readInTime(codes, ids, bound, plan, into);
    }

    private static int[] columns(TupleList tuples) {
        return IntStream.range(0, tuples.width()).toArray();
    }

    private Within bind(List<TupleList> restrictions) {
        BoundRegion region = BoundRegion.EVERYTHING;
        List<List<int[]>> times = new ArrayList<>();
        for (TupleList tuples : restrictions) {
            int[] known = IntStream.range(0, tuples.width())
                    .filter(c -> at.baseOrdinal(tuples.hierarchies().get(c).ordinal()) >= 0)
                    .toArray();
            if (known.length == 0) {
                continue;
            }
            List<int[]> bound = bind(tuples, known);
            if (bound.isEmpty()) {
                return new Within(null, List.of());
            }
            int[] ordinals = Arrays.stream(known)
                    .map(c -> at.baseOrdinal(tuples.hierarchies().get(c).ordinal()))
                    .toArray();
            region = region.and(BoundRegion.of(ordinals, bound));
            int time = layout.time() < 0 ? -1 : indexOf(ordinals, layout.time());
            if (time >= 0) {
                times.add(bound.stream()
                        .map(t -> Arrays.copyOfRange(t, 2 * time, 2 * time + 2))
                        .toList());
            }
        }
        return new Within(region, times);
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

    private Status read(int[] codes, int[] ids, Region region, MeasurePlan plan, CellValue into) {
        BoundRegion bound = region.ordinals().length == 0
                ? region.within().region()
                : BoundRegion.of(region.ordinals(), region.tuples())
                        .and(region.within().region());
        Grain grain = new Grain(codes);
        GrainCells cells = grains.computeIfAbsent(
                new Place(grain, bound.isEverything() ? null : bound),
                place -> new GrainCells(group, place.grain(), place.region()));
        return GroupCells.read(cells, ids, plan, into);
    }

    private Status readInTime(int[] codes, int[] ids, Region region, MeasurePlan plan, CellValue into) {
        LoadedPeriods periods = group.periods();
        if (periods == null) {
            return Status.MISSING;
        }
        int time = layout.time();
        int column = indexOf(region.ordinals(), time);
        Member all = layout.hierarchy(time).allMember();
        int[] positions = column < 0
                ? range(periods.from(ids[time]), periods.to(ids[time]))
                : union(periods, region.tuples(), column, all);
        positions = Arrays.stream(positions)
                .filter(position -> region.within().holds(position, periods, all))
                .toArray();
        if (positions.length == 0) {
            return Status.EMPTY;
        }
        if (plan.time() == TimeAggregation.AVERAGE_OF_CHILDREN && plan.sumsOverTime()) {
            return Means.over(positions.length, read(codes, ids, region, plan, into), into);
        }
        int[] wanted =
                switch (plan.time()) {
                    case FIRST -> new int[] {positions[0]};
                    case LAST -> new int[] {positions[positions.length - 1]};
                    case SAME, LAST_NON_EMPTY, AVERAGE_OF_CHILDREN -> positions;
                };
        double sum = 0;
        Status found = Status.EMPTY;
        for (int i = wanted.length - 1; i >= 0; i--) {
            Status status = readAt(wanted[i], periods, codes, ids, region, plan, into);
            if (status == Status.MISSING || found == Status.MISSING) {
                found = Status.MISSING;
            } else if (status == Status.VALUE) {
                if (plan.time() != TimeAggregation.AVERAGE_OF_CHILDREN) {
                    return status;
                }
                found = Status.VALUE;
                sum += into.doubleValue();
            }
        }
        if (found == Status.VALUE) {
            into.setDouble(sum / positions.length);
        }
        return found;
    }

    /** The region within one period. */
    private Status readAt(
            int position,
            LoadedPeriods periods,
            int[] codes,
            int[] ids,
            Region region,
            MeasurePlan plan,
            CellValue into) {
        int time = layout.time();
        int column = indexOf(region.ordinals(), time);
        List<int[]> within = new ArrayList<>(region.tuples().size());
        for (int[] tuple : region.tuples()) {
            if (column < 0) {
                within.add(tuple);
                continue;
            }
            boolean all = tuple[2 * column] == Grain.ALL;
            int id = tuple[2 * column + 1];
            if (all || (periods.from(id) <= position && position < periods.to(id))) {
                int[] rest = tuple.clone();
                rest[2 * column] = Grain.ALL;
                rest[2 * column + 1] = 0;
                within.add(rest);
            }
        }
        int[] narrowed = codes.clone();
        int[] narrowedIds = ids.clone();
        narrowed[time] = periods.depth();
        narrowedIds[time] = periods.period(position);
        return read(narrowed, narrowedIds, region.withTuples(within), plan, into);
    }

    private static int[] union(LoadedPeriods periods, List<int[]> tuples, int column, Member allMember) {
        return tuples.stream()
                .flatMapToInt(tuple -> {
                    int id = tuple[2 * column] == Grain.ALL ? allMember.id() : tuple[2 * column + 1];
                    return Arrays.stream(range(periods.from(id), periods.to(id)));
                })
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[] range(int from, int to) {
        int[] range = new int[Math.max(0, to - from)];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    private static int indexOf(int[] ordinals, int wanted) {
        for (int i = 0; i < ordinals.length; i++) {
            if (ordinals[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    void forEachGrain(Consumer<GrainCells> action) {
        grains.values().forEach(action);
    }
}
