package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.cell.RegionBinder.Placed;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.TimeAggregation;

/**
 * Cells over regions: one value for the union of the rows of several tuples, for the rows of a context within a subcube, or both. A
 * semi-additive measure takes the last (first) period that is loaded anywhere in the region, for all its tuples.
 */
final class RegionCells {
    private final GroupCells group;
    private final FactLayout layout;
    private final RegionBinder binder;
    private final Map<Place, GrainCells> grains = new HashMap<>();

    private record Place(Grain grain, BoundRegion region) {}

    RegionCells(GroupCells group, Cube cube) {
        this.group = group;
        this.layout = group.layout();
        this.binder = new RegionBinder(layout, cube);
    }

    /** Reads a value over a region; see {@link QueryCells#readOver}. */
    Status read(Member[] context, CellRegion region, MeasurePlan plan, CellValue into) {
        into.setEmpty();
        Placed placed = plan.isSingle() ? null : binder.place(context, region);
        if (placed == null) {
            return Status.EMPTY;
        }
        return plan.time() == TimeAggregation.SAME ? read(placed, plan, into) : readInTime(placed, plan, into);
    }

    private Status read(Placed placed, MeasurePlan plan, CellValue into) {
        BoundRegion region = placed.region();
        GrainCells cells = grains.computeIfAbsent(
                new Place(new Grain(placed.codes()), region.isEverything() ? null : region),
                place -> new GrainCells(group, place.grain(), place.region()));
        return GroupCells.read(cells, placed.ids(), plan, into);
    }

    private Status readInTime(Placed placed, MeasurePlan plan, CellValue into) {
        LoadedPeriods periods = group.periods();
        if (periods == null) {
            return Status.MISSING;
        }
        int time = layout.time();
        int column = indexOf(placed.ordinals(), time);
        Member all = layout.hierarchy(time).allMember();
        int[] positions = column < 0
                ? range(periods.from(placed.ids()[time]), periods.to(placed.ids()[time]))
                : union(periods, placed.tuples(), column, all);
        positions = Arrays.stream(positions)
                .filter(position -> placed.within().holds(position, periods, all))
                .toArray();
        if (positions.length == 0) {
            return Status.EMPTY;
        }
        if (plan.time() == TimeAggregation.AVERAGE_OF_CHILDREN && plan.sumsOverTime()) {
            return Means.over(positions.length, read(placed, plan, into), into);
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
            Status status = readAt(wanted[i], periods, placed, plan, into);
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
    private Status readAt(int position, LoadedPeriods periods, Placed placed, MeasurePlan plan, CellValue into) {
        int time = layout.time();
        int column = indexOf(placed.ordinals(), time);
        List<int[]> within = new ArrayList<>(placed.tuples().size());
        for (int[] tuple : placed.tuples()) {
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
        int[] codes = placed.codes().clone();
        int[] ids = placed.ids().clone();
        codes[time] = periods.depth();
        ids[time] = periods.period(position);
        return read(placed.at(codes, ids, within), plan, into);
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
