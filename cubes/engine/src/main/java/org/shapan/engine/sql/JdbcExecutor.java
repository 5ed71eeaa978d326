package org.shapan.engine.sql;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link SqlExecutor} over a JDBC data source, which should pool its connections: each statement takes one. */
public final class JdbcExecutor implements SqlExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcExecutor.class);
    private static final Duration CANCEL_AGAIN = Duration.ofMillis(50);
    private static final int FETCH_SIZE = 2_048;

    private final DataSource source;
    private final Dialect dialect;
    private final Admission admission;
    private final SqlListener listener;

    public JdbcExecutor(DataSource source, Dialect dialect, SqlLimits limits, SqlListener listener) {
        this.source = requireNonNull(source, "source is null");
        this.dialect = requireNonNull(dialect, "dialect is null");
        this.admission = new Admission(limits);
        this.listener = requireNonNull(listener, "listener is null");
    }

    /** With the default limits and no listener, in the dialect that the database reports. */
    public static JdbcExecutor of(DataSource source) {
        return new JdbcExecutor(source, Dialects.of(source), SqlLimits.defaults(), event -> {});
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public <T> T query(String sql, List<Object> parameters, QueryExecution execution, RowReader<T> reader) {
        execution.check();
        execution.note(StatementStage.WAITING, sql);
        try {
            return queryInTurn(sql, parameters, execution, reader);
        } finally {
            execution.note(StatementStage.ENDED, sql);
        }
    }

    private <T> T queryInTurn(String sql, List<Object> parameters, QueryExecution execution, RowReader<T> reader) {
        long asked = System.nanoTime();
        admission.acquire(execution);
        execution.note(StatementStage.RUNNING, sql);
        long started = System.nanoTime();
        long rows = -1;
        RuntimeException failure = null;
        try {
            T result = run(sql, parameters, execution, reader);
            rows = reader.rows(result);
            return result;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            admission.release();
            report(new SqlListener.Event(
                    sql,
                    parameters,
                    execution.user(),
                    rows,
                    Duration.ofNanos(started - asked),
                    Duration.ofNanos(System.nanoTime() - started),
                    failure));
        }
    }

    private <T> T run(String sql, List<Object> parameters, QueryExecution execution, RowReader<T> reader) {
        try (Connection connection = source.getConnection();
                Reading reading = Reading.on(connection, dialect);
                PreparedStatement statement = connection.prepareStatement(sql);
                Cancelling ignored = new Cancelling(statement, execution)) {
            statement.setFetchSize(FETCH_SIZE);
            limitTime(statement, execution.deadline());
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            execution.check();
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLTimeoutException e) {
            execution.check(); // some drivers say of a cancelled statement, too, that it timed out
            throw new EngineException(OlapErrorCode.TIMEOUT, "The statement ran longer than its time limit: " + sql, e);
        } catch (SQLException e) {
            execution.check();
            throw new EngineException(OlapErrorCode.SQL_FAILED, e.getMessage() + "; the statement was: " + sql, e);
        }
    }

    @Override
    public List<ResultColumn> describe(String sql) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData meta = statement.getMetaData();
            List<ResultColumn> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(new ResultColumn(meta.getColumnLabel(i), JdbcTypes.of(meta, i)));
            }
            return columns;
        } catch (SQLException e) {
            throw new EngineException(OlapErrorCode.SQL_FAILED, e.getMessage() + "; the statement was: " + sql, e);
        }
    }

    @Override
    public List<String> tables(String schemaOrNull) {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.getMetaData().getTables(null, schemaOrNull, "%", null)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
            return names;
        } catch (SQLException e) {
            throw new EngineException(OlapErrorCode.SQL_FAILED, "Cannot list tables: " + e.getMessage(), e);
        }
    }

    @Override
    public Set<String> indexedColumns(String schemaOrNull, String table) {
        try (Connection connection = source.getConnection()) {
            String schema = schemaOrNull == null ? connection.getSchema() : schemaOrNull;
            Set<String> columns = new LinkedHashSet<>();
            DatabaseMetaData meta = connection.getMetaData();
            // Not unique only, and counts may be estimates: exact ones make some databases read the table.
            try (ResultSet rows = meta.getIndexInfo(connection.getCatalog(), schema, table, false, true)) {
                while (rows.next()) {
                    if (rows.getShort("ORDINAL_POSITION") == 1 && rows.getString("COLUMN_NAME") != null) {
                        columns.add(rows.getString("COLUMN_NAME"));
                    }
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new EngineException(
                    OlapErrorCode.SQL_FAILED, "Cannot list the indexes of " + table + ": " + e.getMessage(), e);
        }
    }

    /** A second more than is left: drivers end a statement early or say of it what they like, and by then our own check knows. */
    private static void limitTime(PreparedStatement statement, Instant deadline) throws SQLException {
        if (deadline != null) {
            long millis = Duration.between(Instant.now(), deadline).toMillis();
            statement.setQueryTimeout((int) Math.clamp((millis + 1_999) / 1000, 1, Integer.MAX_VALUE));
        }
    }

    private void report(SqlListener.Event event) {
        try {
            listener.ended(event);
        } catch (RuntimeException e) {
            LOG.warn("A SQL listener failed", e);
        }
    }

    /**
     * The transaction in which rows are read, where a database sends them piece by piece only within one.
     *
     * @param connection null where no transaction is needed
     */
    private record Reading(Connection connection) implements AutoCloseable {
        static Reading on(Connection connection, Dialect dialect) throws SQLException {
            if (!dialect.streamsInTransactionsOnly()) {
                return new Reading(null);
            }
            connection.setAutoCommit(false);
            return new Reading(connection);
        }

        @Override
        public void close() throws SQLException {
            if (connection != null) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Hands a cancel on to a statement, again and again until it has ended: a database forgets one that comes just before the statement
     * begins. Never cancels after that, when the connection may serve another query.
     */
    private static final class Cancelling implements AutoCloseable {
        private final PreparedStatement statement;
        private final ReentrantLock lock = new ReentrantLock();
        private final AutoCloseable handle;
        private volatile boolean ended;

        Cancelling(PreparedStatement statement, QueryExecution execution) {
            this.statement = statement;
            this.handle = execution.onCancel(() -> Thread.ofVirtual().start(this::cancelUntilEnded));
        }

        private void cancelUntilEnded() {
            try {
                while (cancel()) {
                    Thread.sleep(CANCEL_AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether the statement had not ended. */
        private boolean cancel() {
            lock.lock();
            try {
                if (!ended) {
                    statement.cancel();
                }
            } catch (SQLException e) {
                LOG.debug("A statement could not be cancelled, perhaps it has not begun", e);
            } finally {
                lock.unlock();
            }
            return !ended;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                ended = true;
                handle.close();
            } catch (Exception e) {
                throw new EngineException(OlapErrorCode.INTERNAL, "A cancel handle could not be closed", e);
            } finally {
                lock.unlock();
            }
        }
    }
}
