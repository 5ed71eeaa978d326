package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.PreparedOlapStatement;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.cubes.LocatedSearch;

/**
 * A person's work with the pivot: one connection, the cube's fields, the query that runs. Its methods block and are
 * called from background threads; a later call waits for an earlier one, which {@link #cancel()} ends soon.
 */
public final class PivotSession implements AutoCloseable {
    /** What a link opens: the fields of its cube, the cubes to choose from and the model. */
    public record Opened(List<PivotFields.CubeChoice> cubes, PivotFields fields, PivotModel model) {}

    /** A statement, and the question it is for. */
    private record Running(OlapStatement statement, long question) {}

    /** Reads something by a statement. */
    private interface Reading<T> {
        T read(OlapStatement statement) throws SQLException;
    }

    /** The result shown, and the one before it, which the screen may still read while the next is on its way. */
    private static final int RESULTS = 2;

    private static final Set<Measure.Aggregator> FIGURES =
            EnumSet.of(Measure.Aggregator.SUM, Measure.Aggregator.MIN, Measure.Aggregator.MAX, Measure.Aggregator.AVG);

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final AxisLayout.TotalText totals;
    private final ResultShelf shelf;
    private final Deque<Long> results = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private volatile Running running;
    private OlapConnection connection;
    private PivotFields fields;
    private boolean technical;
    private boolean closed;

    /** With a shelf of its own. */
    public PivotSession(Cubes cubes, PortalUser user, Locale locale, AxisLayout.TotalText totals) {
        this(cubes, user, locale, totals, new ResultShelf(ResultShelf.DEFAULT_BYTES));
    }

    public PivotSession(Cubes cubes, PortalUser user, Locale locale, AxisLayout.TotalText totals, ResultShelf shelf) {
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.totals = requireNonNull(totals, "totals is null");
    }

    /**
     * Opens what a link names; the first visible cube with its starting model where it names nothing.
     *
     * @param asOf last day of the data, null where it is not known
     * @throws UnknownNameException where the link names what is not there for the person
     */
    public Opened open(Map<String, List<String>> link, LocalDate asOf) throws SQLException {
        lock.lock();
        try {
            OlapConnection open = connection();
            List<PivotFields.CubeChoice> choices = PivotFields.cubes(open);
            String asked = PivotLink.cube(link);
            String cube = asked != null ? asked : choices.getFirst().name();
            boolean all = PivotLink.technical(link);
            fields = fields(cube, all);
            technical = all;
            boolean bare = link.keySet().stream().allMatch("cube"::equals);
            PivotModel model = bare ? PivotStart.of(open, fields, asOf) : PivotLink.read(link, fields);
            return new Opened(choices, fields, model);
        } finally {
            lock.unlock();
        }
    }

    /** The number of a new question; from now on no more is run for earlier ones. See {@link #endBefore}. */
    long ask() {
        return asked.incrementAndGet();
    }

    /** Runs a model that has a measure. The result before the last one is forgotten. */
    public PivotResult run(PivotModel model) throws SQLException {
        return run(model, asked.get())
                .orElseThrow(() -> new SQLException("Another question was asked before this one was run"));
    }

    /**
     * As {@link #run(PivotModel)}, for a question.
     *
     * @return empty where a later question was asked before this one was run
     */
    Optional<PivotResult> run(PivotModel model, long question) throws SQLException {
        lock.lock();
        try {
            PivotFields own = fields(model);
            PivotQuery query = new PivotQuery(own, totals);
            Optional<PivotQuery.Answer> answer =
                    read(question, statement -> question == asked.get() ? query.run(statement, model) : null);
            return answer.map(found -> {
                PivotResult result = new PivotResult(model, own, found, shelf, () -> reread(query, model));
                results.addLast(result.number());
                while (results.size() > RESULTS) {
                    shelf.remove(results.removeFirst());
                }
                return result;
            });
        } finally {
            lock.unlock();
        }
    }

    /** The members of a set of one hierarchy, as the person sees them. */
    List<Member> set(String cube, String set) throws SQLException {
        String text = "SELECT " + set + " ON COLUMNS FROM [" + cube.replace("]", "]]") + "]";
        return read(
                        asked.get(),
                        statement -> statement.executeOlapQuery(text).getAxes().getFirst().getPositions().stream()
                                .map(position -> position.getMembers().getFirst())
                                .toList())
                .orElseThrow();
    }

    private LaidOut reread(PivotQuery query, PivotModel model) throws SQLException {
        return read(asked.get(), statement -> query.run(statement, model).laidOut())
                .orElseThrow();
    }

    private <T> Optional<T> read(long question, Reading<T> reading) throws SQLException {
        lock.lock();
        try (OlapStatement statement = connection().createStatement()) {
            running = new Running(statement, question);
            return Optional.ofNullable(reading.read(statement));
        } finally {
            running = null;
            lock.unlock();
        }
    }

    /**
     * The fields of a model's cube.
     *
     * @throws UnknownNameException where there is no such cube for the person
     */
    PivotFields fields(PivotModel model) throws SQLException {
        return fields(model.cube(), model.look().technical());
    }

    /**
     * The fields of a cube, whether it is open or not.
     *
     * @param all also those that the catalog hides
     */
    PivotFields fields(String cube, boolean all) throws SQLException {
        lock.lock();
        try {
            return fields != null && fields.cube().equals(cube) && technical == all
                    ? fields
                    : PivotFields.read(connection(), cube, all);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks a model without running it.
     *
     * @throws SQLException with the engine's typed error where its statement is wrong
     */
    public void check(PivotModel model) throws SQLException {
        lock.lock();
        try {
            try (PreparedOlapStatement statement = connection()
                    .prepareOlapStatement(PivotMdx.write(model, fields(model)).text())) {
                statement.getMetaData();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Rows behind a cell of a result.
     *
     * @param from first row, from 0
     * @param count most rows
     */
    public RowBlock rows(PivotResult result, int row, int column, int from, int count) throws SQLException {
        return rows(CellStatement.of(result, row, column), List.of(), from, count);
    }

    /**
     * Rows behind the cell of a statement that has one.
     *
     * @param columns names as {@link RowBlock} gives them; empty: all
     */
    RowBlock rows(String cell, List<String> columns, int from, int count) throws SQLException {
        String text = "DRILLTHROUGH MAXROWS " + count + " FIRSTROWSET " + from + " " + cell
                + (columns.isEmpty() ? "" : "\nRETURN " + String.join(", ", columns));
        return read(asked.get(), statement -> {
                    try (ResultSet rows = statement.executeQuery(text)) {
                        return rows.unwrap(RowBlock.class);
                    }
                })
                .orElseThrow();
    }

    /**
     * Unique names of the measures of a cube that are figures in a row, too. Of a distinct count, a row shows what is
     * counted: a customer, for instance.
     */
    Set<String> figures(String cube) throws SQLException {
        lock.lock();
        try {
            return connection().getOlapSchema().getCubes().get(cube).getMeasures().stream()
                    .filter(measure -> FIGURES.contains(measure.getAggregator()))
                    .map(Measure::getUniqueName)
                    .collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    /** The members of a hierarchy of a cube, for a picker. */
    public MemberTree members(String cube, String hierarchy) throws SQLException {
        lock.lock();
        try {
            return new MemberTree(connection(), LocatedSearch.of(connection(), user), cube, hierarchy);
        } finally {
            lock.unlock();
        }
    }

    /**
     * About how large the result of a model becomes at most; nothing is run for it.
     *
     * @throws UnknownNameException where the model opens a member that is not there for the person
     */
    PivotEstimate estimate(PivotModel model) throws SQLException {
        lock.lock();
        try {
            PivotFields own = fields(model);
            Map<String, Integer> levels = new HashMap<>();
            for (Hierarchy hierarchy :
                    connection().getOlapSchema().getCubes().get(own.cube()).getHierarchies()) {
                if (model.field(hierarchy.getUniqueName()) != null) {
                    hierarchy.getLevels().forEach(level -> levels.put(level.getUniqueName(), level.getCardinality()));
                }
            }
            return PivotEstimate.of(model, own, new PivotEstimate.Sizes() {
                @Override
                public long level(String level) {
                    return levels.getOrDefault(level, 1);
                }

                @Override
                public long children(String member) throws SQLException {
                    String hierarchy = own.hierarchyOf(member)
                            .orElseThrow(() -> new UnknownNameException("member", member))
                            .uniqueName();
                    return new MemberTree(connection(), LocatedSearch.of(connection(), user), own.cube(), hierarchy)
                            .choice(member)
                            .children();
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /** Ends the running statement, if any. */
    public void cancel() throws SQLException {
        endBefore(Long.MAX_VALUE);
    }

    /** Ends the running statement where it is for an earlier question. */
    void endBefore(long question) throws SQLException {
        Running now = running;
        if (now != null && now.question() < question) {
            now.statement().cancel();
        }
    }

    @Override
    public void close() throws SQLException {
        cancel();
        lock.lock();
        try {
            closed = true;
            results.forEach(shelf::remove);
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private OlapConnection connection() throws SQLException {
        if (closed) {
            throw new SQLException("the pivot was closed");
        }
        if (connection == null) {
            connection = cubes.connect(user, locale);
        }
        return connection;
    }
}
