package org.shapan.engine.olap4j;

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

/**
 * Answers {@link OlapStatement}. One query at a time; {@link #cancel} may come from another thread. Public methods are called through
 * {@link JdbcFacade}.
 */
class StatementTarget {
    private final ConnectionTarget connection;
    private volatile CancelSignal running = new CancelSignal();
    private volatile boolean closed;
    private Duration timeout;
    private CellSetView current;
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

    final CellSet run(String mdx, Map<String, Object> parameters) throws OlapException {
        if (closed) {
            throw OlapErrors.of(OlapErrorCode.CONNECTION, "The statement is closed");
        }
        closeCurrent();
        CancelSignal signal = new CancelSignal();
        running = signal;
        try {
            QueryOutcome outcome = connection.execute(mdx, timeout, parameters, signal);
            CubeMeta cube = connection.meta(outcome);
            current = new CellSetView(facade, outcome, cube);
            return current.facade();
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
    }

    private void closeCurrent() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    public CellSet executeOlapQuery(String mdx) throws OlapException {
        return run(mdx, Map.of());
    }

    public CellSet executeOlapQuery(SelectNode select) throws OlapException {
        return executeOlapQuery(Validator.text(select));
    }

    public java.sql.ResultSet executeQuery(String mdx) throws OlapException {
        return executeOlapQuery(mdx);
    }

    public boolean execute(String mdx) throws OlapException {
        executeOlapQuery(mdx);
        return true;
    }

    public java.sql.ResultSet getResultSet() {
        return current == null ? null : current.facade();
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

    public void close() {
        closed = true;
        running.cancel();
        closeCurrent();
    }

    public boolean isClosed() {
        return closed;
    }

    public SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {}

    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapped.of(facade).as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return Wrapped.of(facade).has(type);
    }
}
