package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.cell.segment.ValueColumn;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.TimeAggregation;

/**
 * Finds the tuples of a product that have values by walking the rows of segments: for every combination of levels that the sets hold, one
 * segment. Sets that the tuples must only have a value over narrow the rows, but are no part of the tuples.
 */
final class NonEmptyProduct {
    private static final int CHECK_EVERY = 8192;

    private final Cube cube;
    private final Member[] context;
    /** The sets whose product is wanted, then those over which it must have a value. */
    private final List<TupleList> sets;

    private final int wanted;
    private final QueryExecution execution;
    private final boolean[] inSets;
    private final List<MeasurePlan> plans = new ArrayList<>();
    private final long[] strides;
    /** Positions in the product, row-major, in any order and more than once. */
    private long[] found = new long[256];

    private int size;

    NonEmptyProduct(
            Cube cube,
            Member[] context,
            List<TupleList> wantedSets,
            List<TupleList> over,
            CellLimits limits,
            QueryExecution execution) {
        this.cube = cube;
        this.context = context;
        this.sets = Stream.concat(wantedSets.stream(), over.stream()).toList();
        this.wanted = wantedSets.size();
        this.execution = execution;
        this.inSets = new boolean[cube.hierarchies().size()];
        sets.forEach(set -> set.hierarchies().forEach(h -> inSets[h.ordinal()] = true));
        this.strides = new long[wanted];
        long stride = 1;
        for (int s = wanted - 1; s >= 0; s--) {
            strides[s] = stride;
            if (Math.multiplyHigh(stride, sets.get(s).size()) != 0
                    || stride * sets.get(s).size() < 0) {
                throw CellLimits.exceeded(
                        CellLimits.MAX_REQUESTED_CELLS,
                        limits.maxRequestedCells(),
                        "The sets of a crossjoin have a product of more than 2^63 tuples.");
            }
            stride *= sets.get(s).size();
        }
    }

    void add(MeasurePlan plan) {
        plans.add(plan);
    }

    /** Null when cells are missing. */
    TupleList tuples() {
        boolean missing = false;
        for (MeasurePlan plan : plans) {
            missing |= !collect(plan);
        }
        if (missing) {
            return null;
        }
        sortDistinct();
        List<Hierarchy> hierarchies = sets.subList(0, wanted).stream()
                .flatMap(s -> s.hierarchies().stream())
                .toList();
        TupleList.Builder builder = new TupleList.Builder(hierarchies, size);
        Member[] row = new Member[hierarchies.size()];
        for (int i = 0; i < size; i++) {
            int at = 0;
            for (int s = 0; s < strides.length; s++) {
                TupleList set = sets.get(s);
                int position = (int) (found[i] / strides[s] % set.size());
                for (int c = 0; c < set.width(); c++) {
                    row[at++] = set.member(position, c);
                }
            }
            builder.add(row);
        }
        return builder.build();
    }

    /** False when cells are missing. */
    private boolean collect(MeasurePlan plan) {
        FactLayout layout = plan.group().layout();
        Coordinates at = plan.group().coordinates();
        int[] codes = new int[layout.size()];
        int[] ids = new int[layout.size()];
        if (!at.place(context, inSets, codes, ids)) {
            return true;
        }
        LoadedPeriods periods = null;
        boolean onePeriod = plan.time() == TimeAggregation.LAST || plan.time() == TimeAggregation.FIRST;
        if (onePeriod) {
            periods = plan.group().periods();
            if (periods == null) {
                return false;
            }
            int time = layout.time();
            boolean timeInSets = cube.hierarchies().stream()
                    .anyMatch(h -> inSets[h.ordinal()] && at.baseOrdinal(h.ordinal()) == time);
            if (!timeInSets) {
                int period = onePeriod(plan, periods, ids[time]);
                if (period < 0) {
                    return true;
                }
                codes[time] = periods.depth();
                ids[time] = period;
            }
        }
        List<List<SetShape>> shapes = new ArrayList<>();
        for (TupleList set : sets) {
            shapes.add(shapes(set, plan, at, periods));
        }
        return combine(plan, codes, ids, shapes, new ArrayList<>());
    }

    private static int onePeriod(MeasurePlan plan, LoadedPeriods periods, int id) {
        int from = periods.from(id);
        int to = periods.to(id);
        if (from >= to) {
            return -1;
        }
        return periods.period(plan.time() == TimeAggregation.LAST ? to - 1 : from);
    }

    /** The rows of a set by the grain codes of their members; rows where no fact can lie are left out. */
    private static List<SetShape> shapes(TupleList set, MeasurePlan plan, Coordinates at, LoadedPeriods periods) {
        int width = set.width();
        int[] base = new int[width];
        for (int c = 0; c < width; c++) {
            base[c] = at.baseOrdinal(set.hierarchies().get(c).ordinal());
        }
        Map<List<Integer>, SetShape> byCodes = new LinkedHashMap<>();
        int[] codes = new int[width];
        int[] ids = new int[width];
        SetShape shape = null;
        rows:
        for (int row = 0; row < set.size(); row++) {
            for (int c = 0; c < width; c++) {
                Member member = set.member(row, c);
                int code = at.code(member);
                if (code == Coordinates.OUTSIDE) {
                    continue rows;
                }
                ids[c] = Coordinates.idOf(member);
                if (periods != null && base[c] == plan.group().layout().time()) {
                    code = periods.depth();
                    ids[c] = onePeriod(plan, periods, ids[c]);
                    if (ids[c] < 0) {
                        continue rows;
                    }
                }
                codes[c] = plan.isSingle() ? Grain.depth(code) : code;
            }
            // Rows of one level mostly lie side by side.
            if (shape == null || !shape.hasCodes(codes)) {
                shape = byCodes.computeIfAbsent(
                        Arrays.stream(codes).boxed().toList(), k -> new SetShape(codes.clone(), base));
            }
            shape.add(row, ids);
        }
        byCodes.values().forEach(SetShape::close);
        return List.copyOf(byCodes.values());
    }

    private boolean combine(
            MeasurePlan plan, int[] codes, int[] ids, List<List<SetShape>> shapes, List<SetShape> chosen) {
        if (chosen.size() == shapes.size()) {
            return walk(plan, codes, ids, chosen);
        }
        boolean complete = true;
        for (SetShape shape : shapes.get(chosen.size())) {
            shape.putCodes(codes);
            chosen.add(shape);
            complete &= combine(plan, codes, ids, shapes, chosen);
            chosen.removeLast();
        }
        return complete;
    }

    private boolean walk(MeasurePlan plan, int[] codes, int[] ids, List<SetShape> shapes) {
        if (plan.isSingle() && !plan.group().layout().isOwnRow(codes)) {
            return true;
        }
        GrainCells cells = plan.group().at(codes);
        int[] grouped = cells.grain().grouped();
        IdSet[] box = new IdSet[grouped.length];
        int[] fixed = new int[grouped.length];
        for (int c = 0; c < grouped.length; c++) {
            fixed[c] = ids[grouped[c]];
            box[c] = null;
            for (SetShape shape : shapes) {
                IdSet members = shape.members(grouped[c]);
                if (members != null) {
                    box[c] = members;
                    fixed[c] = -1;
                }
            }
            if (box[c] == null) {
                box[c] = IdSet.of(fixed[c]);
            }
        }
        Segment segment = cells.readBox(plan.first(), box);
        if (segment == null) {
            return false;
        }
        shapes.forEach(shape -> shape.bind(grouped));
        ValueColumn values = segment.values(segment.column(plan.group().column(plan.first())));
        next:
        for (int row = 0; row < segment.rows(); row++) {
            if (row % CHECK_EVERY == 0) {
                execution.check();
            }
            for (int c = 0; c < fixed.length; c++) {
                if (fixed[c] >= 0 && segment.ids(c)[row] != fixed[c]) {
                    continue next;
                }
            }
            if (!values.isNull(row) && isOver(segment, row, shapes)) {
                emit(segment, row, shapes, 0, 0);
            }
        }
        return true;
    }

    /** Whether the row lies in the sets that the tuples need only have a value over. */
    private boolean isOver(Segment segment, int row, List<SetShape> shapes) {
        for (int set = wanted; set < shapes.size(); set++) {
            if (shapes.get(set).find(segment, row) < 0) {
                return false;
            }
        }
        return true;
    }

    private void emit(Segment segment, int row, List<SetShape> shapes, int set, long position) {
        if (set == wanted) {
            if (size == found.length) {
                sortDistinct();
                found = Arrays.copyOf(found, Math.max(found.length, size * 2));
            }
            found[size++] = position;
            return;
        }
        SetShape shape = shapes.get(set);
        int group = shape.find(segment, row);
        for (int i = shape.from(group); i < shape.to(group); i++) {
            emit(segment, row, shapes, set + 1, position + strides[set] * shape.row(i));
        }
    }

    private void sortDistinct() {
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || found[i] != found[distinct - 1]) {
                found[distinct++] = found[i];
            }
        }
        size = distinct;
    }
}
