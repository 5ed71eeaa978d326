package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** The cells that one query holds. */
final class HeldCells implements QueryCells {
    private static final int MOST_TRACES = 1000;

    private final CellStore store;
    private final Cube cube;
    private final long version;
    private final QueryExecution execution;
    private final CellLimits limits;
    /** By measure id; several measures can have one id, as formulas of base cubes see measures that a virtual cube hides. */
    private MeasurePlan[] plans;

    private final Map<StoredMeasure, MeasurePlan> allPlans = new IdentityHashMap<>();
    private final Map<FactGroup, GroupCells> groups = new IdentityHashMap<>();
    private final Set<Segment> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<LoadTrace> traces = new ArrayList<>();
    /** Segments that are among {@code traces}. */
    private final Set<Segment> traced = Collections.newSetFromMap(new IdentityHashMap<>());

    private Member[] regionContext;
    private long heldBytes;
    private long requested;
    private boolean missed;

    HeldCells(CellStore store, Cube cube, long version, QueryExecution execution, CellLimits limits) {
        this.store = store;
        this.cube = cube;
        this.version = version;
        this.execution = execution;
        this.limits = limits;
        this.plans = new MeasurePlan[cube.storedMeasures().size()];
    }

    long version() {
        return version;
    }

    @Override
    public Status read(Member[] context, StoredMeasure measure, CellValue into) {
        MeasurePlan plan = plan(measure);
        return noted(plan.group().read(context, plan, into));
    }

    @Override
    public Status readOver(Member[] context, CellRegion region, StoredMeasure measure, CellValue into) {
        TupleList tuples = region.tuples();
        if (tuples != null && tuples.isEmpty()) {
            into.setEmpty();
            return Status.EMPTY;
        }
        int[] varying = tuples == null ? null : tuples.varyingColumns();
        if (varying == null || varying.length == tuples.width()) {
            return readWithin(context, tuples, region.within(), measure, into);
        }
        // What all tuples share is a place: cells of several places then come from one statement.
        if (regionContext == null) {
            regionContext = new Member[context.length];
        }
        System.arraycopy(context, 0, regionContext, 0, context.length);
        tuples.setContext(0, regionContext);
        TupleList rest = varying.length == 0 ? null : tuples.project(varying);
        return readWithin(regionContext, rest, region.within(), measure, into);
    }

    private Status readWithin(
            Member[] context, TupleList tuples, List<TupleList> within, StoredMeasure measure, CellValue into) {
        if (tuples == null && within.isEmpty()) {
            return read(context, measure, into);
        }
        MeasurePlan plan = plan(measure);
        return noted(plan.group().regions().read(context, new CellRegion(tuples, within), plan, into));
    }

    @Override
    public void mention(Collection<StoredMeasure> measures) {
        for (StoredMeasure measure : measures) {
            MeasurePlan plan = plan(measure);
            plan.group().mention(plan);
        }
    }

    @Override
    public TupleList nonEmpty(
            Member[] context, List<TupleList> sets, List<TupleList> over, List<StoredMeasure> measures) {
        NonEmptyProduct product = new NonEmptyProduct(cube, context, sets, over, limits, execution);
        for (StoredMeasure measure : measures) {
            product.add(plan(measure));
        }
        TupleList found = product.tuples();
        missed |= found == null;
        return found;
    }

    @Override
    public boolean hasRows(Member[] context, CellRegion region, FactGroup facts) {
        return store.hasRows(cube, version, context, region, facts, execution, this::trace);
    }

    private Status noted(Status status) {
        missed |= status == Status.MISSING;
        return status;
    }

    private MeasurePlan plan(StoredMeasure measure) {
        int id = measure.id();
        if (id >= plans.length) {
            plans = Arrays.copyOf(plans, id * 2 + 1);
        }
        MeasurePlan plan = plans[id];
        if (plan == null || plan.measure() != measure) {
            plan = allPlans.computeIfAbsent(measure, this::newPlan);
            plans[id] = plan;
        }
        return plan;
    }

    private MeasurePlan newPlan(StoredMeasure measure) {
        return groups.computeIfAbsent(measure.factGroup(), g -> new GroupCells(this, store.layout(g), cube))
                .plan(measure);
    }

    void countMiss() {
        if (++requested > limits.maxRequestedCells()) {
            throw CellLimits.exceeded(
                    CellLimits.MAX_REQUESTED_CELLS,
                    limits.maxRequestedCells(),
                    "The query asks for more cells than one query may.");
        }
        if (requested % 8192 == 0) {
            execution.check();
        }
    }

    List<Segment> cached(FactLayout layout, Grain grain, BoundRegion region, FactColumn column) {
        List<Segment> found = store.cached(layout, version, grain, region, column);
        found.forEach(this::account);
        return found;
    }

    LoadedPeriods cachedPeriods(FactLayout layout) {
        return store.cachedPeriods(layout, version);
    }

    private void account(Segment segment) {
        if (held.add(segment)) {
            heldBytes += segment.bytes();
            if (heldBytes > limits.maxQueryBytes()) {
                throw CellLimits.exceeded(
                        CellLimits.MAX_QUERY_BYTES, limits.maxQueryBytes(), "The query holds too many bytes of cells.");
            }
        }
    }

    @Override
    public boolean hasMisses() {
        return missed;
    }

    @Override
    public boolean load() {
        if (!missed) {
            return false;
        }
        missed = false;
        execution.check();
        List<GrainCells> missing = new ArrayList<>();
        List<LoadRequest> requests = new ArrayList<>();
        for (GroupCells group : groups.values()) {
            if (group.takePeriodsMissed()) {
                store.loadPeriods(group.layout(), version, execution, this::trace);
            }
            group.forEachGrain(cells -> {
                if (cells.hasMisses()) {
                    missing.add(cells);
                    requests.add(cells.takeMisses());
                }
            });
        }
        List<List<Segment>> loaded = store.load(requests, execution, this::trace);
        for (int i = 0; i < missing.size(); i++) {
            for (Segment segment : loaded.get(i)) {
                account(segment);
                traced.add(segment);
                missing.get(i).hold(segment);
            }
        }
        return true;
    }

    private void trace(LoadTrace trace) {
        if (traces.size() < MOST_TRACES) {
            traces.add(trace);
        }
    }

    @Override
    public List<LoadTrace> traces() {
        for (GroupCells group : groups.values()) {
            group.forEachGrain(cells -> cells.forEachUsed(segment -> {
                if (traced.add(segment)) {
                    trace(SegmentLoader.fromCache(segment, group.layout()));
                }
            }));
        }
        return List.copyOf(traces);
    }
}
