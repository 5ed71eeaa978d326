package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.PreparedOlapStatement;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Measure;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;

/**
 * A person's work with the pivot: one connection, the cube's fields, the query that runs. Its methods block and are
 * called from background threads; a later call waits for an earlier one, which {@link #cancel()} ends soon.
 */
public final class PivotSession implements AutoCloseable {
    /** What a link opens: the fields of its cube, the cubes to choose from and the model. */
    public record Opened(List<PivotFields.CubeChoice> cubes, PivotFields fields, PivotModel model) {}

    /** The result shown, and the one before it, which the screen may still read while the next is on its way. */
    private static final int RESULTS = 2;

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final AxisLayout.TotalText totals;
    private final ResultShelf shelf;
    private final Deque<Long> results = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile PivotQuery query;
    private OlapConnection connection;
    private volatile PivotFields fields;
    private volatile OlapStatement reading;
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
            if (fields == null || !fields.cube().equals(cube)) {
                fields = PivotFields.read(open, cube);
            }
            boolean bare = link.keySet().stream().allMatch("cube"::equals);
            PivotModel model = bare ? PivotStart.of(open, fields, asOf) : PivotLink.read(link, fields);
            return new Opened(choices, fields, model);
        } finally {
            lock.unlock();
        }
    }

    /** Runs a model of the opened cube that has a measure. The result before the last one is forgotten. */
    public PivotResult run(PivotModel model) throws SQLException {
        lock.lock();
        try {
            PivotFields asked = fields;
            PivotQuery.Answer answer = answer(model, asked);
            PivotResult result = new PivotResult(model, answer, shelf, () -> reread(model, asked));
            results.addLast(result.number());
            while (results.size() > RESULTS) {
                shelf.remove(results.removeFirst());
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private LaidOut reread(PivotModel model, PivotFields asked) throws SQLException {
        lock.lock();
        try {
            return answer(model, asked).laidOut();
        } finally {
            lock.unlock();
        }
    }

    private PivotQuery.Answer answer(PivotModel model, PivotFields asked) throws SQLException {
        PivotQuery next = new PivotQuery(connection(), asked, totals);
        query = next;
        try {
            return next.run(model);
        } finally {
            query = null;
        }
    }

    /** About how many cells a model of the opened cube has. */
    PivotEstimate estimate(PivotModel model) throws SQLException {
        lock.lock();
        try {
            Map<String, Integer> sizes = new HashMap<>();
            for (Hierarchy hierarchy :
                    connection().getOlapSchema().getCubes().get(fields.cube()).getHierarchies()) {
                if (model.field(hierarchy.getUniqueName()) != null) {
                    hierarchy.getLevels().forEach(level -> sizes.put(level.getUniqueName(), level.getCardinality()));
                }
            }
            return PivotEstimate.of(model, fields, level -> sizes.getOrDefault(level, 1));
        } finally {
            lock.unlock();
        }
    }

    /** The fields of the opened cube. */
    public PivotFields fields() {
        return fields;
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
                    .prepareOlapStatement(PivotMdx.write(model, fields).text())) {
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
        return rows(CellStatement.of(result, row, column, fields), List.of(), from, count);
    }

    /**
     * Rows behind the cell of a statement that has one.
     *
     * @param columns names as {@link RowBlock} gives them; empty: all
     */
    RowBlock rows(String cell, List<String> columns, int from, int count) throws SQLException {
        String text = "DRILLTHROUGH MAXROWS " + count + " FIRSTROWSET " + from + " " + cell
                + (columns.isEmpty() ? "" : "\nRETURN " + String.join(", ", columns));
        lock.lock();
        try (OlapStatement statement = connection().createStatement();
                ResultSet rows = executed(statement, text)) {
            return rows.unwrap(RowBlock.class);
        } finally {
            reading = null;
            lock.unlock();
        }
    }

    private ResultSet executed(OlapStatement statement, String text) throws SQLException {
        reading = statement;
        return statement.executeQuery(text);
    }

    /**
     * Unique names of the measures that rows do not add up to. Of a distinct count, a row shows what is counted: a customer,
     * for instance.
     */
    Set<String> notAdding() throws SQLException {
        lock.lock();
        try {
            return connection().getOlapSchema().getCubes().get(fields.cube()).getMeasures().stream()
                    .filter(measure -> measure.getAggregator() == Measure.Aggregator.UNKNOWN)
                    .map(Measure::getUniqueName)
                    .collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    /** The members of a hierarchy, for a picker. */
    public MemberTree members(String hierarchy) throws SQLException {
        lock.lock();
        try {
            return new MemberTree(connection(), fields.cube(), hierarchy);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many members the fields on both axes of a model of the opened cube start with, in the order of rows and columns.
     * The result has at most their product, as long as nothing is opened.
     */
    public List<Integer> counts(PivotModel model) throws SQLException {
        if (model.rows().isEmpty() && model.columns().isEmpty()) {
            return List.of();
        }
        lock.lock();
        try (OlapStatement statement = connection().createStatement()) {
            CellBlock cells =
                    statement.executeOlapQuery(PivotMdx.counts(model, fields)).unwrap(CellBlock.class);
            return IntStream.range(0, cells.cellCount())
                    .mapToObj(i -> (int) cells.doubleValue(i))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the running query, if any. */
    public void cancel() throws SQLException {
        PivotQuery running = query;
        if (running != null) {
            running.cancel();
        }
        OlapStatement rows = reading;
        if (rows != null) {
            rows.cancel();
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
