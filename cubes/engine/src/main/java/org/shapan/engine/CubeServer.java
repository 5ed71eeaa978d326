package org.shapan.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.access.ScopeRole;
import org.shapan.engine.api.DataVersions;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.QueryListener;
import org.shapan.engine.api.RowBlock;
import org.shapan.engine.calc.CompiledQuery;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.cell.CellStatistics;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.cell.LoadTrace;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.Statement;
import org.shapan.engine.olap4j.ConnectionTarget;
import org.shapan.engine.olap4j.OlapServer;
import org.shapan.engine.olap4j.QueryDescription;
import org.shapan.engine.olap4j.RowsOutcome;
import org.shapan.engine.olap4j.StatementOutcome;
import org.shapan.engine.sql.Dialects;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Gaps;
import org.shapan.engine.star.Member;

/**
 * The cube server: one data source with the catalogs loaded over it, and olap4j connections to them. Thread-safe.
 *
 * <pre>
 * CubeServer server = CubeServer.builder(dataSource).build();
 * server.load("Telecom", Path.of("telecom.xml"));
 * OlapConnection connection = server.connect(ConnectionSettings.of("Telecom"));
 * </pre>
 */
public final class CubeServer {
    private final String name;
    private final SqlExecutor sql;
    private final CellStore cells;
    private final CubeServerLimits limits;
    private final QueryListener listener;
    private final DataVersions versions;
    private final VersionPins pins;
    private final PreparedQueries prepared;
    private final Clock clock;
    private final ConcurrentMap<String, LoadedCatalog> catalogs =
            new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Held while catalogs are bound to a new data version, one publication after the other. */
    private final ReentrantLock rebinding = new ReentrantLock();

    private final ConcurrentMap<Long, RunningStatement> running = new ConcurrentSkipListMap<>();
    private final AtomicLong begun = new AtomicLong();
    private final OlapServer olap = new Server();

    private CubeServer(Builder builder) {
        this.name = builder.name;
        this.limits = builder.limits;
        this.listener = builder.listener;
        this.versions = builder.versions;
        this.clock = builder.clock == null ? Clock.system(limits.zone()) : builder.clock;
        this.sql = new JdbcExecutor(builder.source, Dialects.of(builder.source), limits.sql(), event -> {});
        this.cells = new CellStore(sql, limits.cells());
        this.prepared = new PreparedQueries(limits.preparedCharacters(), limits.setBytes());
        this.pins = new VersionPins(versions, cells::flushVersion);
    }

    /** @param source connections to the database; each statement takes one and closes it */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    /** Settings of a server; all have defaults. */
    public static final class Builder {
        private final DataSource source;
        private String name = "Shapan";
        private CubeServerLimits limits = CubeServerLimits.defaults();
        private QueryListener listener = event -> {};
        private DataVersions versions = DataVersions.numbered(() -> 0);
        private Clock clock;

        private Builder(DataSource source) {
            this.source = requireNonNull(source, "source is null");
        }

        /** Name shown as olap4j's database. */
        public Builder name(String newName) {
            this.name = requireNonNull(newName, "name is null");
            return this;
        }

        public Builder limits(CubeServerLimits newLimits) {
            this.limits = requireNonNull(newLimits, "limits is null");
            return this;
        }

        public Builder listener(QueryListener newListener) {
            this.listener = requireNonNull(newListener, "listener is null");
            return this;
        }

        /** What {@code Now()} and its like tell; the machine's clock in the zone of the limits when not given. */
        public Builder clock(Clock newClock) {
            this.clock = requireNonNull(newClock, "clock is null");
            return this;
        }

        /** The data versions of the source; without them its tables change in place. */
        public Builder versions(DataVersions newVersions) {
            this.versions = requireNonNull(newVersions, "versions is null");
            return this;
        }

        /**
         * @throws EngineException CONNECTION when the database cannot be reached or its dialect is not known
         */
        public CubeServer build() {
            return new CubeServer(this);
        }
    }

    /**
     * Loads a catalog from a schema file, or puts it in the place of one of that name. A file that is broken or does not fit the
     * database changes nothing.
     *
     * @throws EngineException CATALOG_INVALID, CATALOG_REFUSED with the place; CONNECTION when the file cannot be read
     */
    public void load(String catalog, Path file) {
        load(catalog, CatalogReader.read(file));
    }

    /** As {@link #load(String, Path)}, from a definition that was read already. */
    public void load(String catalog, CatalogDefinition definition) {
        load(catalog, definition, Gaps.REFUSE);
    }

    /**
     * As {@link #load(String, Path)}, but hierarchies, dimensions and cubes that do not fit the database are left out.
     *
     * @return what was left out or has no effect, in words with its place
     */
    public List<String> loadWhatFits(String catalog, Path file) {
        return load(catalog, CatalogReader.read(file), Gaps.LEAVE_OUT);
    }

    private List<String> load(String catalog, CatalogDefinition definition, Gaps gaps) {
        requireNonNull(catalog, "catalog is null");
        LoadedCatalog loaded = reading(version -> LoadedCatalog.of(catalog, definition, gaps, sql, versions, version)
                .checked());
        replaced(catalogs.put(catalog, loaded));
        return loaded.notices();
    }

    /**
     * Puts another reading of a catalog in the place of the one that is loaded, in one step: a query sees the one or the other. Roles
     * made at run time stay. A definition that does not fit the database changes nothing.
     *
     * @param queries what people keep, to learn what breaks
     * @throws EngineException CONNECTION when there is no such catalog; CATALOG_INVALID with all that does not fit
     */
    public CatalogReload reload(String catalog, CatalogDefinition definition, List<SavedQuery> queries) {
        LoadedCatalog before = loaded(catalog);
        LoadedCatalog after = reading(
                version -> before.redefined(definition, sql, versions, version).checked());
        CatalogReload reload = CatalogReload.between(before, after, queries, limits.query());
        if (!catalogs.replace(catalog, before, after)) {
            replaced(after);
            return reload(catalog, definition, queries);
        }
        replaced(before);
        flush();
        return reload;
    }

    /** What {@link #reload} would do, without doing it; fails as it would. */
    public CatalogReload previewReload(String catalog, CatalogDefinition definition, List<SavedQuery> queries) {
        LoadedCatalog before = loaded(catalog);
        LoadedCatalog after = reading(
                version -> before.redefined(definition, sql, versions, version).checked());
        try {
            return CatalogReload.between(before, after, queries, limits.query());
        } finally {
            pins.release(after.dataVersion());
        }
    }

    /** Forgets a catalog; connections to it fail from then on. */
    public void unload(String catalog) {
        replaced(catalogs.remove(catalog));
    }

    /** Makes something that reads the newest data version; it is a reader until {@link #replaced}. */
    private LoadedCatalog reading(LongFunction<LoadedCatalog> bind) {
        long version = pins.acquireNewest();
        try {
            return bind.apply(version);
        } catch (RuntimeException | Error e) {
            pins.release(version);
            throw e;
        }
    }

    private void replaced(LoadedCatalog before) {
        if (before != null) {
            prepared.forget();
            pins.release(before.dataVersion());
        }
    }

    public List<String> catalogs() {
        return List.copyOf(catalogs.keySet());
    }

    /**
     * Defines a role at run time from what a person may see, as the portal does from a user's areas; replaces one of the same name.
     *
     * @throws EngineException CONNECTION when there is no such catalog; CATALOG_INVALID when a scope names what the catalog does not have
     */
    public void defineRole(String catalog, String role, List<ScopeRole.Scope> scopes) {
        change(catalog, loaded -> {
            LoadedCatalog changed = loaded.withScopes(role, scopes);
            changed.view(List.of(role));
            return changed;
        });
    }

    /**
     * Binds every catalog to the newest data version; to be called after a load. Queries under way end on the version that they began
     * with. Of a version with a new number, cells and members that no changed table touches are taken over; all others are forgotten.
     */
    public void dataChanged() {
        rebinding.lock();
        try {
            catalogs.keySet().forEach(this::rebind);
        } finally {
            rebinding.unlock();
        }
    }

    private void rebind(String catalog) {
        LoadedCatalog before = loaded(catalog);
        LoadedCatalog after = reading(version -> {
            LoadedCatalog bound = before.rebound(sql, versions, version);
            if (version != before.dataVersion()) {
                cells.carryOver(
                        before.cubes(),
                        bound.cubes(),
                        table -> versions.change(table, before.dataVersion(), version),
                        before.dataVersion(),
                        version,
                        QueryExecution.unbounded("data version " + version));
            }
            return bound;
        });
        if (!catalogs.replace(catalog, before, after)) {
            replaced(after);
            rebind(catalog);
            return;
        }
        if (after.dataVersion() == before.dataVersion()) {
            flush();
        }
        replaced(before);
    }

    /** Forgets all cached cells and sets; members stay. */
    public void flush() {
        cells.flush();
        prepared.forgetSets();
    }

    public CellStatistics statistics() {
        return cells.statistics();
    }

    /** How the segment cache is used. */
    public CacheUse cacheUse() {
        return CacheUse.of(cells.statistics(), limits.cells().cacheBytes());
    }

    /** Statements under way, the oldest first. */
    public List<RunningStatement> running() {
        return List.copyOf(running.values());
    }

    /**
     * Opens a connection: cheap, to be closed by its user.
     *
     * @throws EngineException CONNECTION when the catalog or a role does not exist
     */
    public OlapConnection connect(ConnectionSettings settings) {
        return connect(settings, "jdbc:shapan:Catalog=" + settings.catalog(), () -> {});
    }

    /**
     * As {@link #connect(ConnectionSettings)}, for one who opens connections by URL.
     *
     * @param url shown as the connection's URL; without passwords
     * @param onClose run once when the connection is closed
     */
    public OlapConnection connect(ConnectionSettings settings, String url, Runnable onClose) {
        return ConnectionTarget.open(
                olap,
                settings.catalog(),
                settings.roles(),
                settings.locale(),
                settings.user(),
                settings.customData(),
                url,
                onClose);
    }

    /**
     * Number of the data version that queries to a catalog see now; 0 for a source without versions.
     *
     * @throws EngineException CONNECTION when there is no such catalog
     */
    public long dataVersion(String catalog) {
        return loaded(catalog).dataVersion();
    }

    private void change(String catalog, UnaryOperator<LoadedCatalog> change) {
        LoadedCatalog before = loaded(catalog);
        LoadedCatalog after = change.apply(before);
        if (!catalogs.replace(catalog, before, after)) {
            change(catalog, change);
            return;
        }
        prepared.forget();
    }

    private LoadedCatalog loaded(String catalog) {
        LoadedCatalog loaded = catalogs.get(catalog);
        if (loaded == null) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "There is no catalog '" + catalog + "'; there are " + catalogs());
        }
        return loaded;
    }

    /** The server as its connections see it. */
    private final class Server implements OlapServer {
        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> catalogNames() {
            return catalogs();
        }

        @Override
        public List<String> roleNames(String catalog) {
            return loaded(catalog).roleNames();
        }

        @Override
        public CatalogView catalog(String catalog, List<String> roles) {
            return loaded(catalog).view(roles);
        }

        @Override
        public StatementOutcome execute(Query query) {
            LoadedCatalog.View view = pinned((LoadedCatalog.View) query.catalog());
            try {
                return told(
                        query,
                        view,
                        run -> run.run((compiled, result, ordinal) -> rows(query, view, compiled, result, ordinal)));
            } finally {
                pins.release(view.loaded().dataVersion());
            }
        }

        /** The rows behind a cell of a result, as long as its data version is kept. */
        private RowBlock rows(
                Query query, LoadedCatalog.View view, CompiledQuery compiled, QueryResult result, int ordinal) {
            long version = view.loaded().dataVersion();
            if (!pins.acquire(version)) {
                throw new EngineException(
                        OlapErrorCode.MDX_EVALUATION,
                        "The data of this result are no longer kept: run the query again");
            }
            try {
                RowsOutcome rows = told(query, view, run -> new RowsOutcome(run.rows(compiled, result, ordinal)));
                return rows.rows();
            } finally {
                pins.release(version);
            }
        }

        /** The view, or where its data version is no longer kept the one that has taken its place; becomes a reader. */
        private LoadedCatalog.View pinned(LoadedCatalog.View wanted) {
            LoadedCatalog.View view = wanted;
            while (!pins.acquire(view.loaded().dataVersion())) {
                view = loaded(view.name()).view(view.roles());
            }
            return view;
        }

        private <T extends StatementOutcome> T told(
                Query query, LoadedCatalog.View view, Function<StatementRun, T> work) {
            long start = System.nanoTime();
            Duration time = query.timeout() == null ? limits.queryTime() : query.timeout();
            RunningQuery execution = new RunningQuery(query, time, clock);
            StatementRun run =
                    new StatementRun(query, view, execution, new StatementRun.Means(cells, sql, prepared, limits));
            long id = begun.incrementAndGet();
            running.put(
                    id,
                    new RunningStatement(id, view.name(), query.user(), query.mdx(), Instant.now(), query.cancel()));
            try {
                // Members that load on the way obey the same cancel and deadline.
                T outcome = ScopedValue.where(QueryExecution.CURRENT, execution).call(() -> work.apply(run));
                int cellCount =
                        outcome instanceof Outcome cellSet ? cellSet.result().cellCount() : 0;
                tell(query, view, cellCount, start, run.traces(), null);
                return outcome;
            } catch (EngineException e) {
                tell(query, view, -1, start, List.of(), e.code());
                throw e;
            } catch (StackOverflowError e) {
                tell(query, view, -1, start, List.of(), OlapErrorCode.BUDGET_EXCEEDED);
                throw new EngineException(
                        OlapErrorCode.BUDGET_EXCEEDED,
                        "The query is nested too deeply for a thread's stack; nest it less",
                        e);
            } finally {
                running.remove(id);
            }
        }

        @Override
        public QueryDescription describe(String mdx, CatalogView catalog, Locale locale) {
            return QueryDescription.of(prepared.get((LoadedCatalog.View) catalog, mdx, locale, () -> {
                Statement statement = MdxParser.parseStatement(mdx);
                if (!(statement instanceof SelectStatement select)) {
                    throw new EngineException(
                            OlapErrorCode.NOT_SUPPORTED, "Only SELECT can be described", statement.region(), null);
                }
                CubeAccess access = ((LoadedCatalog.View) catalog).access(QueryCompiler.cubeName(select));
                return QueryCompiler.compile(select, access, limits.query(), locale);
            }));
        }

        @Override
        public void flush(Cube cube, Collection<FactGroup> groups, List<Member> region) {
            cells.flush(cube, groups, region);
            prepared.forgetSets();
        }

        private void tell(
                Query query,
                LoadedCatalog.View view,
                int cellCount,
                long start,
                List<LoadTrace> traces,
                OlapErrorCode failure) {
            listener.ended(new QueryListener.Event(
                    view.name(),
                    query.mdx(),
                    query.user(),
                    view.roles(),
                    cellCount,
                    Duration.ofNanos(System.nanoTime() - start),
                    traces.stream().map(LoadTrace::toString).toList(),
                    failure));
        }
    }
}
