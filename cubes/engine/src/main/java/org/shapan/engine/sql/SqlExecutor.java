package org.shapan.engine.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Runs statements on one data source: at most as many at once as the admission limit, fair between users, cancellable, bounded in time.
 * Thread-safe.
 */
public interface SqlExecutor {
    Dialect dialect();

    /**
     * Runs a query and hands the open result to {@code reader}, which must not run another query: it would wait for its own place.
     *
     * @param parameters bound in order to the {@code ?} of the text
     * @throws org.shapan.engine.api.EngineException SQL_FAILED (with the database's message and the statement), CANCELLED, TIMEOUT,
     *     SERVER_BUSY
     */
    <T> T query(String sql, List<Object> parameters, QueryExecution execution, RowReader<T> reader);

    /**
     * What columns a query would give, without running it.
     *
     * @throws org.shapan.engine.api.EngineException SQL_FAILED (with the database's message and the statement)
     */
    List<ResultColumn> describe(String sql);

    /**
     * Names of the tables and views of a schema.
     *
     * @param schemaOrNull null for all schemas that the connection sees
     */
    List<String> tables(String schemaOrNull);

    /**
     * Columns of a table that an index or key begins with, as the database spells them.
     *
     * @param schemaOrNull null for the connection's default
     */
    Set<String> indexedColumns(String schemaOrNull, String table);

    /** A column of a result: its label and type. */
    record ResultColumn(String label, DataType type) {}

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;

        /** How many rows the result was made of, for the listener; -1 when that is not known. */
        default long rows(T result) {
            return -1;
        }
    }
}
