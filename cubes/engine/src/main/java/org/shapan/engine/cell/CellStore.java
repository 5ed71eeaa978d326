package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Member;

/**
 * The cells of one server: its segment cache, and the door through which queries read. Thread-safe; one per data source, living as long
 * as it.
 */
public final class CellStore {
    private final CellLimits limits;
    private final SegmentCache cache;
    private final SegmentLoader loader;
    private final StoreCounters counters = new StoreCounters();
    private final LoadingCache<FactGroup, FactLayout> layouts =
            Caffeine.newBuilder().weakKeys().build(FactLayout::new);
    private final Cache<SegmentKey.Slot, LoadedPeriods> periods =
            Caffeine.newBuilder().maximumSize(1000).build();

    private final Cache<RowQuestion, Boolean> existing =
            Caffeine.newBuilder().maximumSize(1000).build();

    /** Whether there are rows at a place: the members of the context, then those of the region's sets, each set led by its size. */
    private record RowQuestion(SegmentKey.Slot slot, List<Object> place) {}

    private static List<Object> place(Member[] context, CellRegion region) {
        List<Object> place = new ArrayList<>(Arrays.asList(context));
        place.add(region.tuples() != null);
        if (region.tuples() != null) {
            addTo(place, region.tuples());
        }
        region.within().forEach(set -> addTo(place, set));
        return place;
    }

    private static void addTo(List<Object> place, TupleList set) {
        place.add(set.size());
        for (int column = 0; column < set.width(); column++) {
            for (int row = 0; row < set.size(); row++) {
                place.add(set.member(row, column));
            }
        }
    }

    public CellStore(SqlExecutor sql, CellLimits limits) {
        this.limits = requireNonNull(limits, "limits is null");
        this.cache = new SegmentCache(limits.cacheBytes());
        this.loader = new SegmentLoader(requireNonNull(sql, "sql is null"), cache, limits, counters);
    }

    /** The cells for one query, under the store's limits. */
    public QueryCells open(Cube cube, long dataVersion, QueryExecution execution) {
        return open(cube, dataVersion, execution, limits);
    }

    /**
     * The cells for one query.
     *
     * @param dataVersion the version that the query has pinned; 0 for a source without versions
     * @param queryLimits the query's own; the store's hold for what is shared
     */
    public QueryCells open(Cube cube, long dataVersion, QueryExecution execution, CellLimits queryLimits) {
        return new HeldCells(this, cube, dataVersion, execution, queryLimits);
    }

    /** Forgets everything, as after a change of the data behind the engine's back. Queries under way keep what they hold. */
    public void flush() {
        cache.flush(key -> true);
        periods.invalidateAll();
        existing.invalidateAll();
        loader.forget();
    }

    /**
     * Forgets the segments but not what is known of the data (loaded periods, whether facts have members): for measuring what a query
     * costs without cached cells, and to give memory back. The data must not have changed.
     */
    public void flushSegments() {
        cache.flush(key -> true);
        existing.invalidateAll();
    }

    /**
     * Forgets the cells of fact groups that may depend on rows of a region.
     *
     * @param region stored members of the cube: of one hierarchy any of them, of several all; empty for all rows
     */
    public void flush(Cube cube, Collection<FactGroup> groups, List<Member> region) {
        for (FactGroup group : groups) {
            MemberRegion rows = new MemberRegion(layout(group), cube, region);
            cache.flush(key -> key.factGroup() == group.id() && rows.overlaps(key));
            periods.asMap().keySet().removeIf(slot -> slot.factGroup() == group.id());
            existing.asMap().keySet().removeIf(question -> question.slot().factGroup() == group.id());
        }
        loader.forget();
    }

    /** Forgets the cells of a data version that nobody will ask for any more. */
    public void flushVersion(long dataVersion) {
        cache.flush(key -> key.version() == dataVersion);
        periods.asMap().keySet().removeIf(slot -> slot.version() == dataVersion);
        existing.asMap().keySet().removeIf(question -> question.slot().version() == dataVersion);
        loader.forgetVersion(dataVersion);
    }

    /**
     * Takes over, from one data version to a later one, the cells that no changed table touches.
     *
     * @param before the catalog's cubes as bound to the version {@code from}, which is still kept
     * @param after the same cubes as bound to the version {@code to}
     * @param changes what became of a table of the catalog in between
     */
    public void carryOver(
            List<Cube> before,
            List<Cube> after,
            Function<String, TableChange> changes,
            long from,
            long to,
            QueryExecution execution) {
        Map<Integer, FactGroup> later = new HashMap<>();
        after.forEach(cube -> cube.factGroups().forEach(group -> later.put(group.id(), group)));
        Set<Integer> done = new HashSet<>();
        for (Cube cube : before) {
            for (FactGroup group : cube.factGroups()) {
                if (later.containsKey(group.id()) && done.add(group.id())) {
                    loader.carryOver(layout(group), layout(later.get(group.id())), changes, from, to, execution);
                }
            }
        }
    }

    public CellStatistics statistics() {
        return counters.statistics(cache);
    }

    public CellLimits limits() {
        return limits;
    }

    FactLayout layout(FactGroup group) {
        return layouts.get(group);
    }

    List<Segment> cached(FactLayout layout, long version, Grain grain, BoundRegion region, FactColumn column) {
        List<Segment> found = cache.exact(new SegmentKey.Slot(layout.group().id(), version), grain, region, column);
        found.forEach(s -> counters.hit());
        return found;
    }

    LoadedPeriods cachedPeriods(FactLayout layout, long version) {
        return periods.getIfPresent(new SegmentKey.Slot(layout.group().id(), version));
    }

    void loadPeriods(FactLayout layout, long version, QueryExecution execution, Consumer<LoadTrace> trace) {
        SegmentKey.Slot slot = new SegmentKey.Slot(layout.group().id(), version);
        if (periods.getIfPresent(slot) == null) {
            long epoch = cache.epoch();
            LoadedPeriods loaded = loader.periods(layout, execution, trace);
            if (epoch == cache.epoch()) {
                periods.put(slot, loaded);
            }
        }
    }

    /** Asks once per data version. */
    boolean hasRows(
            Cube cube,
            long version,
            Member[] context,
            CellRegion region,
            FactGroup facts,
            QueryExecution execution,
            Consumer<LoadTrace> trace) {
        RowQuestion question = new RowQuestion(new SegmentKey.Slot(facts.id(), version), place(context, region));
        Boolean known = existing.getIfPresent(question);
        if (known == null) {
            long epoch = cache.epoch();
            known = loader.hasRows(cube, context, region, facts, execution, trace);
            if (epoch == cache.epoch()) {
                existing.put(question, known);
            }
        }
        return known;
    }

    List<List<Segment>> load(List<LoadRequest> requests, QueryExecution execution, Consumer<LoadTrace> trace) {
        return loader.load(requests, execution, trace);
    }
}
