package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.TimeAggregation;

/**
 * Cells over regions: one value for the union of the rows of several tuples. A semi-additive measure takes the last (first) period that
 * is loaded anywhere in the region, for all its tuples.
 */
final class RegionCells {
    private final GroupCells group;
    private final FactLayout layout;
    private final Coordinates at;
    private final boolean[] inRegion;
    private final Map<Place, GrainCells> grains = new HashMap<>();

    private record Place(Grain grain, BoundRegion region) {}

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
        TupleList tuples = region.tuples();
        Arrays.fill(inRegion, false);
        tuples.hierarchies().forEach(h -> inRegion[h.ordinal()] = true);
        int[] codes = new int[layout.size()];
        int[] ids = new int[layout.size()];
        if (!at.place(context, inRegion, codes, ids)) {
            return Status.EMPTY;
        }
        int[] ordinals = tuples.hierarchies().stream()
                .mapToInt(h -> at.baseOrdinal(h.ordinal()))
                .toArray();
        List<int[]> bound = bind(tuples);
        if (bound.isEmpty()) {
            return Status.EMPTY;
        }
        return plan.time() == TimeAggregation.SAME
                ? read(codes, ids, ordinals, bound, plan, into)
                : readInTime(codes, ids, ordinals, bound, plan, into);
    }

    /** Tuples with rows in this fact group: grain code and id per hierarchy, in pairs. */
    private List<int[]> bind(TupleList tuples) {
        List<int[]> bound = new ArrayList<>(tuples.size());
        rows:
        for (int row = 0; row < tuples.size(); row++) {
            int[] tuple = new int[2 * tuples.width()];
            for (int c = 0; c < tuples.width(); c++) {
                Integer code = at.codeOrNull(tuples.member(row, c));
                if (code == null) {
                    continue rows;
                }
                tuple[2 * c] = code;
                tuple[2 * c + 1] = code == Grain.ALL ? 0 : Coordinates.idOf(tuples.member(row, c));
            }
            bound.add(tuple);
        }
        return bound;
    }

    private Status read(int[] codes, int[] ids, int[] ordinals, List<int[]> tuples, MeasurePlan plan, CellValue into) {
        BoundRegion region = BoundRegion.of(ordinals, tuples);
        Grain grain = new Grain(codes);
        GrainCells cells = grains.computeIfAbsent(
                new Place(grain, region.ordinals().length == 0 ? null : region),
                place -> new GrainCells(group, place.grain(), place.region()));
        return GroupCells.read(cells, ids, plan, into);
    }

    private Status readInTime(
            int[] codes, int[] ids, int[] ordinals, List<int[]> tuples, MeasurePlan plan, CellValue into) {
        LoadedPeriods periods = group.periods();
        if (periods == null) {
            return Status.MISSING;
        }
        int time = layout.time();
        int column = indexOf(ordinals, time);
        int[] positions = column < 0
                ? range(periods.from(ids[time]), periods.to(ids[time]))
                : union(periods, tuples, column, layout.hierarchy(time).allMember());
        if (positions.length == 0) {
            return Status.EMPTY;
        }
        if (plan.time() == TimeAggregation.AVERAGE_OF_CHILDREN && plan.sumsOverTime()) {
            return Means.over(positions.length, read(codes, ids, ordinals, tuples, plan, into), into);
        }
        int[] wanted =
                switch (plan.time()) {
                    case FIRST -> new int[] {positions[0]};
                    case LAST -> new int[] {positions[positions.length - 1]};
                    case SAME, LAST_NON_EMPTY, AVERAGE_OF_CHILDREN -> positions;
                };
        double sum = 0;
        Status all = Status.EMPTY;
        for (int i = wanted.length - 1; i >= 0; i--) {
            Status status = readAt(wanted[i], periods, codes, ids, ordinals, tuples, plan, into);
            if (status == Status.MISSING || all == Status.MISSING) {
                all = Status.MISSING;
            } else if (status == Status.VALUE) {
                if (plan.time() != TimeAggregation.AVERAGE_OF_CHILDREN) {
                    return status;
                }
                all = Status.VALUE;
                sum += into.doubleValue();
            }
        }
        if (all == Status.VALUE) {
            into.setDouble(sum / positions.length);
        }
        return all;
    }

    /** The region within one period. */
    private Status readAt(
            int position,
            LoadedPeriods periods,
            int[] codes,
            int[] ids,
            int[] ordinals,
            List<int[]> tuples,
            MeasurePlan plan,
            CellValue into) {
        int time = layout.time();
        int column = indexOf(ordinals, time);
        List<int[]> within = new ArrayList<>(tuples.size());
        for (int[] tuple : tuples) {
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
        return read(narrowed, narrowedIds, ordinals, within, plan, into);
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
