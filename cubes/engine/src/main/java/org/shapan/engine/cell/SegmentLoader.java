package org.shapan.engine.cell;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shapan.engine.aggregate.AggregateChoice;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.cell.LoadTrace.Source;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Member;

/**
 * Makes segments for what queries miss: from the cache, by roll-up, or by statements on the fact table, which run side by side.
 * Thread-safe.
 */
final class SegmentLoader {
    private final SqlExecutor sql;
    private final SegmentCache cache;
    private final CellLimits limits;
    private final StoreCounters counters;
    private final FactIntegrity integrity;
    private final AggregateChoice aggregates;
    private final PredicateChoice predicates;
    private final SingleFlight<Flight, List<Segment>> flights = new SingleFlight<>();

    private record Flight(List<SegmentKey> keys, long epoch) {}

    SegmentLoader(SqlExecutor sql, SegmentCache cache, CellLimits limits, StoreCounters counters) {
        this.sql = sql;
        this.cache = cache;
        this.limits = limits;
        this.counters = counters;
        this.integrity = new FactIntegrity(sql, counters);
        this.aggregates = new AggregateChoice(sql);
        this.predicates = new PredicateChoice(limits.maxInList());
    }

    /** Forgets what is known of the data. */
    void forget() {
        integrity.forget();
        aggregates.flush();
    }

    void forgetVersion(long version) {
        integrity.forget(version);
    }

    /** Takes over to a later data version the segments that nothing touched. */
    void carryOver(
            FactLayout before,
            FactLayout after,
            Function<String, TableChange> changes,
            long from,
            long to,
            QueryExecution execution) {
        CarryOver.run(before, after, changes, integrity, cache, from, to, sql.dialect(), execution);
    }

    /**
     * Segments that together answer each request, by its position.
     *
     * @param trace told of every segment; called by this thread only
     */
    List<List<Segment>> load(List<LoadRequest> requests, QueryExecution execution, Consumer<LoadTrace> trace) {
        List<List<Segment>> answers = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        for (int r = 0; r < requests.size(); r++) {
            List<Segment> answer = new ArrayList<>();
            answers.add(answer);
            LoadRequest rest = fromCache(requests.get(r), answer, execution, trace);
            if (rest != null) {
                split(rest, r, wants);
            }
        }
        for (List<Want> left = wants; !left.isEmpty(); ) {
            left = loadFromFacts(left, answers, execution, trace);
        }
        return answers;
    }

    /** @param alone when the columns share no statement with another request's */
    private record Want(LoadRequest request, int position, boolean alone) {}

    private void split(LoadRequest request, int position, List<Want> wants) {
        List<FactColumn> together = new ArrayList<>();
        for (FactColumn column : request.columns()) {
            if (SegmentStatement.mustGoAlone(column, request.grain(), sql.dialect())) {
                wants.add(new Want(request.withColumns(List.of(column)), position, true));
            } else {
                together.add(column);
            }
        }
        if (!together.isEmpty()) {
            wants.add(new Want(request.withColumns(List.copyOf(together)), position, false));
        }
    }

    /** Answers all but those that turn out not to be derivable from what was loaded; these must go alone. */
    private List<Want> loadFromFacts(
            List<Want> wants, List<List<Segment>> answers, QueryExecution execution, Consumer<LoadTrace> trace) {
        Closedness closed = closedness(execution);
        LoadPlan plan = new LoadPlan(predicates, closed);
        wants.stream()
                .sorted(Comparator.comparingInt((Want w) -> w.request.grain().fineness())
                        .reversed())
                .forEach(w -> plan.add(w.request, w.position, w.alone));
        List<List<LoadPlan.Base>> scans = SharedScan.of(plan.bases(), base -> mayShare(base, execution), closed);
        List<Callable<List<Loaded>>> statements = new ArrayList<>();
        scans.forEach(scan -> statements.add(() -> once(scan, execution)));
        List<List<Loaded>> loaded = SideBySide.run(statements);
        List<Want> left = new ArrayList<>();
        for (int s = 0; s < scans.size(); s++) {
            for (int i = 0; i < scans.get(s).size(); i++) {
                left.addAll(answer(scans.get(s).get(i), loaded.get(s).get(i), answers, closed, trace));
            }
        }
        return left;
    }

    /** Not where an aggregate table is smaller than the scan that would be shared. */
    private boolean mayShare(LoadPlan.Base base, QueryExecution execution) {
        return sql.dialect().supportsGroupingSets()
                && aggregate(base.request().layout(), base.key(), execution).isEmpty();
    }

    /** Gives a loaded segment to whom it is for; answers what could not be derived from it. */
    private List<Want> answer(
            LoadPlan.Base base,
            Loaded loaded,
            List<List<Segment>> answers,
            Closedness closed,
            Consumer<LoadTrace> trace) {
        Segment segment = loaded.segment;
        answers.get(base.position()).add(segment);
        trace.accept(loaded.trace);
        List<Want> left = new ArrayList<>();
        for (LoadPlan.Derived derived : base.derived()) {
            LoadRequest request = derived.request();
            if (Rollup.covers(segment, request, closed)) {
                answers.get(derived.position()).add(rollUp(segment, request, request.columns(), trace));
            } else {
                left.add(new Want(request, derived.position(), true));
            }
        }
        return left;
    }

    private Closedness closedness(QueryExecution execution) {
        return (layout, ordinal, depth, version) -> integrity.isClosed(layout, ordinal, depth, version, execution);
    }

    private record Loaded(Segment segment, LoadTrace trace) {}

    /** Adds what the cache and roll-up give; answers what is left, or null. */
    private LoadRequest fromCache(
            LoadRequest request, List<Segment> answer, QueryExecution execution, Consumer<LoadTrace> trace) {
        List<FactColumn> left = new ArrayList<>();
        Map<Segment, List<FactColumn>> finer = new LinkedHashMap<>();
        for (FactColumn column : request.columns()) {
            Optional<Segment> source = source(request, column, execution);
            if (source.isEmpty()) {
                left.add(column);
            } else {
                finer.computeIfAbsent(source.get(), s -> new ArrayList<>()).add(column);
            }
        }
        finer.forEach((source, columns) -> {
            cache.touch(source);
            if (source.grain().equals(request.grain())) {
                answer.add(source);
                counters.hit();
                trace.accept(fromCache(source, request.layout()));
                return;
            }
            answer.add(rollUp(source, request, columns, trace));
        });
        return left.isEmpty() ? null : request.withColumns(left);
    }

    private Optional<Segment> source(LoadRequest request, FactColumn column, QueryExecution execution) {
        Closedness closed =
                (layout, ordinal, depth, version) -> integrity.isClosed(layout, ordinal, depth, version, execution);
        return cache.finer(request.slot(), request.grain(), request.region(), column).stream()
                .filter(s -> s.grain().equals(request.grain())
                        ? s.covers(request.box())
                        : column.operation().isAdditive()
                                && request.region() == null
                                && s.rows() <= limits.maxRollupRows()
                                && Rollup.covers(s, request, closed))
                .min(Comparator.comparingInt((Segment s) -> s.grain().equals(request.grain()) ? 0 : 1)
                        .thenComparingInt(Segment::rows));
    }

    private Segment rollUp(Segment source, LoadRequest request, List<FactColumn> columns, Consumer<LoadTrace> trace) {
        long start = System.nanoTime();
        long epoch = cache.epoch();
        Segment rolled = Rollup.of(source, request, columns);
        cache.put(rolled, epoch);
        counters.rolledUp();
        trace.accept(trace(
                rolled.key(),
                request.layout(),
                Source.ROLLUP,
                "rolled up from " + Description.of(source.key(), request.layout()) + ", " + source.rows() + " rows",
                null,
                rolled.rows(),
                (System.nanoTime() - start) / 1_000_000));
        return rolled;
    }

    /** One statement for all bases of a scan, which are of one fact group; their segments in the same order. */
    private List<Loaded> once(List<LoadPlan.Base> scan, QueryExecution execution) throws Exception {
        long start = System.nanoTime();
        long epoch = cache.epoch();
        FactLayout layout = scan.getFirst().request().layout();
        List<SegmentKey> keys = scan.stream().map(LoadPlan.Base::key).toList();
        Optional<AggregateChoice.Choice> aggregate =
                keys.size() == 1 ? aggregate(layout, keys.getFirst(), execution) : Optional.empty();
        CellSource source = aggregate
                .<CellSource>map(choice -> AggregateSource.of(layout, choice.table(), keys.getFirst()))
                .orElseGet(() -> facts(layout, keys, execution));
        SegmentStatement statement = new SegmentStatement(layout, keys, source, sql.dialect(), limits);
        String text = statement.sql();
        boolean[] mine = {false};
        List<Segment> segments = flights.get(new Flight(keys, epoch), execution, () -> {
            List<Segment> known = keys.stream().map(cache::get).toList();
            if (!known.contains(null)) {
                return known;
            }
            mine[0] = true;
            List<Segment> read = sql.query(text, List.of(), execution, statement.reader(execution));
            counters.statement(read.stream().mapToInt(Segment::rows).sum(), read.size());
            read.forEach(segment -> cache.put(segment, epoch));
            return read;
        });
        if (!mine[0]) {
            counters.shared();
        }
        String why = mine[0]
                ? "no segment covers it" + aggregate.map(a -> "; " + a.why()).orElse("")
                        + (keys.size() == 1 ? "" : "; one scan for " + keys.size() + " granularities")
                : "another query was loading the same";
        long millis = (System.nanoTime() - start) / 1_000_000;
        return segments.stream()
                .map(segment -> new Loaded(
                        segment,
                        trace(
                                segment.key(),
                                layout,
                                source(mine[0], aggregate.isPresent()),
                                why,
                                mine[0] ? text : null,
                                segment.rows(),
                                millis)))
                .toList();
    }

    private CellSource facts(FactLayout layout, List<SegmentKey> keys, QueryExecution execution) {
        CellSource byKey = keys.size() == 1
                        && sql.dialect().joinsRowByRow()
                        && integrity.rows(layout, keys.getFirst().version(), execution) <= limits.maxRollupRows()
                ? ForeignKeySource.of(layout, keys.getFirst(), sql.dialect(), limits.maxInList())
                : null;
        return byKey == null ? new FactSource(layout) : byKey;
    }

    private static Source source(boolean mine, boolean fromAggregate) {
        if (!mine) {
            return Source.SHARED;
        }
        return fromAggregate ? Source.AGGREGATE_TABLE : Source.FACT_TABLE;
    }

    /** A distinct count over a tree needs the counted values, which no aggregate has. */
    private Optional<AggregateChoice.Choice> aggregate(FactLayout layout, SegmentKey key, QueryExecution execution) {
        if (!limits.useAggregates() || layout.group().aggregates().isEmpty()) {
            return Optional.empty();
        }
        return aggregates.cheapest(
                layout.group(),
                AggregateSource.levels(layout, key),
                table -> AggregateSource.of(layout, table, key).holds(key.columns()),
                execution);
    }

    /** How cells came to be that were in the cache. */
    static LoadTrace fromCache(Segment segment, FactLayout layout) {
        return trace(segment.key(), layout, Source.CACHE, "loaded before", null, segment.rows(), 0);
    }

    private static LoadTrace trace(
            SegmentKey key, FactLayout layout, Source source, String why, String text, int rows, long millis) {
        return new LoadTrace(layout.group().name(), Description.of(key, layout), source, why, text, rows, millis);
    }

    /** Whether any row of the fact table lies in a region. */
    boolean hasRows(
            Cube cube,
            Member[] context,
            CellRegion region,
            FactGroup facts,
            QueryExecution execution,
            Consumer<LoadTrace> trace) {
        long start = System.nanoTime();
        FactRowQuery query = new FactRowQuery(facts, cube, facts.fact(), sql.dialect());
        if (!query.restrict(context, region)) {
            return false;
        }
        String text = query.existsSql();
        boolean found = sql.query(text, List.of(), execution, ResultSet::next);
        counters.question();
        trace.accept(new LoadTrace(
                facts.name(),
                "whether any row lies in the slice",
                Source.FACT_TABLE,
                "asked before the levels of NON EMPTY axes are read",
                text,
                found ? 1 : 0,
                (System.nanoTime() - start) / 1_000_000));
        return found;
    }

    /** The periods for which the fact has rows, at its own grain. */
    LoadedPeriods periods(FactLayout layout, QueryExecution execution, Consumer<LoadTrace> trace) {
        long start = System.nanoTime();
        int time = layout.time();
        int depth = layout.finest(time);
        StarQuery query = new StarQuery(layout, new FactSource(layout), sql.dialect());
        int[] positions = query.groupBy(time, depth);
        LevelPath path = layout.loadedPath(time, depth);
        String text = query.sql();
        IdSet ids = sql.query(text, List.of(), execution, rows -> {
            IdSet found = new IdSet();
            Object[] keys = new Object[positions.length];
            while (rows.next()) {
                for (int k = 0; k < keys.length; k++) {
                    keys[k] = rows.getObject(positions[k] + 1);
                }
                int id = path.memberOf().id(keys);
                if (id >= 0) {
                    found.add(id);
                }
            }
            return found;
        });
        counters.statement(ids.size(), 1);
        trace.accept(new LoadTrace(
                layout.group().name(),
                "loaded periods",
                Source.FACT_TABLE,
                "asked once per data version",
                text,
                ids.size(),
                (System.nanoTime() - start) / 1_000_000));
        return new LoadedPeriods(layout.hierarchy(time), depth, ids);
    }
}
