package org.shapan.engine.sql;

/**
 * Limits of one data source.
 *
 * @param statements how many statements run at once ({@code sql.maxStatements}); default: the number of cores
 * @param waiting how many statements may wait for a place ({@code sql.maxWaiting}); more are refused with SERVER_BUSY
 */
public record SqlLimits(int statements, int waiting) {
    public static final int DEFAULT_WAITING = 1_000;

    public SqlLimits {
        if (statements < 1 || waiting < 0) {
            throw new IllegalArgumentException(
                    "statements must be at least 1, waiting at least 0: " + statements + ", " + waiting);
        }
    }

    public static SqlLimits defaults() {
        return new SqlLimits(Runtime.getRuntime().availableProcessors(), DEFAULT_WAITING);
    }
}
