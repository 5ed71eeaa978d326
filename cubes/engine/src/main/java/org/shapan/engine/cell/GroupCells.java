package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/** The cells of one fact group as a query sees them. One thread. */
final class GroupCells {
    private final HeldCells query;
    private final FactLayout layout;
    private final Coordinates at;
    private final RegionCells regions;
    private final List<FactColumn> columns = new ArrayList<>();
    private GrainCells[] table = new GrainCells[64];
    private int grains;
    private GrainCells current;
    private LoadedPeriods periods;
    private boolean periodsMissed;
    /** Columns that are fetched with any other, as the query will want them. */
    private final BitSet mentioned = new BitSet();

    GroupCells(HeldCells query, FactLayout layout, Cube cube) {
        this.query = query;
        this.layout = layout;
        this.at = new Coordinates(layout, cube);
        this.regions = new RegionCells(this, cube);
    }

    FactLayout layout() {
        return layout;
    }

    long version() {
        return query.version();
    }

    Coordinates coordinates() {
        return at;
    }

    RegionCells regions() {
        return regions;
    }

    void countMiss() {
        query.countMiss();
    }

    MeasurePlan plan(StoredMeasure measure) {
        List<FactColumn> of = FactColumn.of(measure);
        TimeAggregation time = layout.time() < 0 ? TimeAggregation.SAME : measure.timeAggregation();
        return new MeasurePlan(measure, this, number(of.get(0)), of.size() == 1 ? -1 : number(of.get(1)), time);
    }

    /** A measure that is read from its own grain and adds up; of others it is not known where they will be read. */
    void mention(MeasurePlan plan) {
        boolean additive = columns.get(plan.first()).operation().isAdditive();
        if (additive && plan.time() == TimeAggregation.SAME) {
            mentioned.set(plan.first());
            if (plan.second() >= 0) {
                mentioned.set(plan.second());
            }
        }
    }

    BitSet mentioned() {
        return mentioned;
    }

    private int number(FactColumn column) {
        int number = columns.indexOf(column);
        if (number < 0) {
            number = columns.size();
            columns.add(column);
        }
        return number;
    }

    FactColumn column(int number) {
        return columns.get(number);
    }

    List<Segment> cached(Grain grain, BoundRegion region, int column) {
        return query.cached(layout, grain, region, columns.get(column));
    }

    /** Reads a cell; see {@link QueryCells#read}. */
    Status read(Member[] context, MeasurePlan plan, CellValue into) {
        at.follow(context);
        if (at.isOutside()) {
            into.setEmpty();
            return Status.EMPTY;
        }
        return plan.time() == TimeAggregation.SAME ? readHere(plan, into) : readInTime(plan, into);
    }

    private Status readHere(MeasurePlan plan, CellValue into) {
        return plan.isSingle() ? readOwnRow(plan, into) : read(here(), at.ids(), plan, into);
    }

    static Status read(GrainCells cells, int[] ids, MeasurePlan plan, CellValue into) {
        Status status = cells.read(plan.first(), ids, into);
        if (plan.second() < 0) {
            return status;
        }
        double sum = status == Status.VALUE ? into.doubleValue() : 0;
        Status count = cells.read(plan.second(), ids, into);
        if (status == Status.MISSING || count == Status.MISSING) {
            return Status.MISSING;
        }
        if (status == Status.EMPTY) {
            into.setEmpty();
            return Status.EMPTY;
        }
        into.setDouble(sum / into.longValue());
        return Status.VALUE;
    }

    /** A measure whose rows are stored per level has a value only where a row of the fact can lie. */
    private Status readOwnRow(MeasurePlan plan, CellValue into) {
        if (!layout.isOwnRow(at.codes())) {
            into.setEmpty();
            return Status.EMPTY;
        }
        int[] codes = at.codes().clone();
        for (int b = 0; b < codes.length; b++) {
            if (Grain.isTree(codes[b])) {
                at.put(b, Grain.depth(codes[b]), at.ids()[b]);
            }
        }
        Status status = read(here(), at.ids(), plan, into);
        for (int b = 0; b < codes.length; b++) {
            at.put(b, codes[b], at.ids()[b]);
        }
        return status;
    }

    private Status readInTime(MeasurePlan plan, CellValue into) {
        if (periods() == null) {
            return Status.MISSING;
        }
        int time = layout.time();
        int code = at.codes()[time];
        int id = at.ids()[time];
        int from = periods.from(id);
        int to = periods.to(id);
        into.setEmpty();
        if (from >= to) {
            return Status.EMPTY;
        }
        try {
            return switch (plan.time()) {
                case SAME -> readHere(plan, into);
                case LAST -> readAt(to - 1, plan, into);
                case FIRST -> readAt(from, plan, into);
                case LAST_NON_EMPTY -> readLastNonEmpty(from, to, plan, into);
                case AVERAGE_OF_CHILDREN -> {
                    if (plan.sumsOverTime()) {
                        yield Means.over(to - from, readHere(plan, into), into);
                    }
                    yield readMean(from, to, plan, into);
                }
            };
        } finally {
            at.put(time, code, id);
        }
    }

    private Status readAt(int position, MeasurePlan plan, CellValue into) {
        at.put(layout.time(), periods.depth(), periods.period(position));
        return readHere(plan, into);
    }

    private Status readLastNonEmpty(int from, int to, MeasurePlan plan, CellValue into) {
        boolean missing = false;
        for (int position = to - 1; position >= from; position--) {
            Status status = readAt(position, plan, into);
            missing |= status == Status.MISSING;
            if (status == Status.VALUE && !missing) {
                return status;
            }
        }
        return missing ? Status.MISSING : Status.EMPTY;
    }

    private Status readMean(int from, int to, MeasurePlan plan, CellValue into) {
        double sum = 0;
        Status all = Status.EMPTY;
        for (int position = from; position < to; position++) {
            Status status = readAt(position, plan, into);
            if (status == Status.MISSING || all == Status.MISSING) {
                all = Status.MISSING;
            } else if (status == Status.VALUE) {
                all = Status.VALUE;
                sum += into.doubleValue();
            }
        }
        if (all == Status.VALUE) {
            into.setDouble(sum / (to - from));
        }
        return all;
    }

    /** The loaded periods; null when they are not yet known, which is noted. */
    LoadedPeriods periods() {
        if (periods == null) {
            periods = query.cachedPeriods(layout);
            periodsMissed |= periods == null;
        }
        return periods;
    }

    boolean takePeriodsMissed() {
        boolean missed = periodsMissed;
        periodsMissed = false;
        return missed;
    }

    /** The cells at the grain of the coordinates. */
    GrainCells here() {
        if (at.takeGrainChanged() || current == null) {
            current = at(at.codes());
        }
        return current;
    }

    GrainCells at(int[] codes) {
        int slot = slot(Arrays.hashCode(codes));
        while (table[slot] != null) {
            if (table[slot].grain().matches(codes)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        GrainCells cells = new GrainCells(this, new Grain(codes), null);
        table[slot] = cells;
        if (++grains * 2 > table.length) {
            grow();
        }
        return cells;
    }

    private void grow() {
        GrainCells[] old = table;
        table = new GrainCells[old.length * 2];
        for (GrainCells cells : old) {
            if (cells != null) {
                int slot = slot(cells.grain().hashCode());
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = cells;
            }
        }
    }

    private int slot(int hash) {
        return (((hash ^ (hash >>> 16)) * 0x9E3779B1) >>> 1) & (table.length - 1);
    }

    void forEachGrain(Consumer<GrainCells> action) {
        for (GrainCells cells : table) {
            if (cells != null) {
                action.accept(cells);
            }
        }
        regions.forEachGrain(action);
    }
}
