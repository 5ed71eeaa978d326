package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Map;
import org.olap4j.CellSet;
import org.olap4j.CellSetListener;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.mdx.SelectNode;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.RowBlock;

/**
 * Answers {@link OlapStatement}. One query at a time; {@link #cancel} may come from another thread. Public methods are called through
 * {@link JdbcFacade}.
 */
class StatementTarget {
    private final ConnectionTarget connection;
    private volatile CancelSignal running = new CancelSignal();
    private final Progress progress = new Progress();
    private volatile boolean closed;
    private Duration timeout;
    private ResultSet current;
    private SQLWarning warning;
    private OlapStatement facade;

    StatementTarget(ConnectionTarget connection) {
        this.connection = connection;
    }

    final <T extends OlapStatement> T facade(Class<T> shape) {
        T made = JdbcFacade.of(shape, this);
        facade = made;
        return made;
    }

    final ConnectionTarget target() {
        return connection;
    }

    /** A cell set, or the rows of a statement that gives rows. */
    final ResultSet run(String mdx, Map<String, Object> parameters) throws OlapException {
        if (closed) {
            throw OlapErrors.of(OlapErrorCode.CONNECTION, "The statement is closed");
        }
        closeCurrent();
        CancelSignal signal = new CancelSignal();
        running = signal;
        warning = null;
        try {
            progress.start();
            current = switch (connection.execute(mdx, timeout, parameters, signal, progress)) {
                case QueryOutcome cells -> new CellSetView(facade, cells, connection.meta(cells)).facade();
                case RowsOutcome(RowBlock rows) -> {
                    warning = rows.more() ? moreThan(rows.rows().size()) : null;
                    yield RowSets.of(rows);
                }
            };
            return current;
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        } finally {
            progress.end();
        }
    }

    private static SQLWarning moreThan(int rows) {
        return new SQLWarning("There are more than these " + rows + " rows: ask for the next ones with FIRSTROWSET");
    }

    final CellSet cells(String mdx, Map<String, Object> parameters) throws OlapException {
        if (run(mdx, parameters) instanceof CellSet cells) {
            return cells;
        }
        throw OlapErrors.of(
                OlapErrorCode.NOT_SUPPORTED, "The statement gives rows, not cells: run it with executeQuery");
    }

    private void closeCurrent() throws OlapException {
        try {
            if (current != null) {
                current.close();
                current = null;
            }
        } catch (SQLException e) {
            throw new OlapException("The last result cannot be closed: " + e.getMessage(), e);
        }
    }

    public CellSet executeOlapQuery(String mdx) throws OlapException {
        return cells(mdx, Map.of());
    }

    public CellSet executeOlapQuery(SelectNode select) throws OlapException {
        return executeOlapQuery(Validator.text(select));
    }

    /** The cell set of a query, or the rows of a drill-through or a plan. */
    public ResultSet executeQuery(String mdx) throws OlapException {
        return run(mdx, Map.of());
    }

    public boolean execute(String mdx) throws OlapException {
        run(mdx, Map.of());
        return true;
    }

    public ResultSet getResultSet() {
        return current;
    }

    public int getUpdateCount() {
        return -1;
    }

    public boolean getMoreResults() {
        current = null;
        return false;
    }

    public void addListener(CellSetListener.Granularity granularity, CellSetListener listener) throws OlapException {
        throw OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, "Listeners are not supported: cell sets do not change");
    }

    public OlapConnection getConnection() {
        return connection.facade();
    }

    public void cancel() {
        running.cancel();
    }

    public void setQueryTimeout(int seconds) throws SQLException {
        if (seconds < 0) {
            throw new SQLException("illegal timeout value " + seconds + ": seconds, 0 for the default of the server");
        }
        timeout = seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    public int getQueryTimeout() {
        return timeout == null ? 0 : (int) timeout.toSeconds();
    }

    public void close() throws OlapException {
        closed = true;
        running.cancel();
        closeCurrent();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Says so when a statement gave less than all rows. */
    public SQLWarning getWarnings() {
        return warning;
    }

    public void clearWarnings() {
        warning = null;
    }

    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapped.of(facade, progress).as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return Wrapped.of(facade, progress).has(type);
    }
}
