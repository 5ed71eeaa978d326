package org.shapan.engine.sql;

import org.shapan.engine.api.Settings;

/**
 * Limits of one data source.
 *
 * @param statements how many statements run at once ({@code shapan.sql.max-statements}); default: the number of cores
 * @param waiting how many statements may wait for a place ({@code shapan.sql.max-waiting}); more are refused with SERVER_BUSY
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

    /**
     * Limits from settings by the names above; what is not set has its default.
     *
     * @throws org.shapan.engine.api.EngineException CONNECTION when a value is not a whole number
     */
    public static SqlLimits fromSettings(Settings settings) {
        SqlLimits defaults = defaults();
        return new SqlLimits((int) settings.whole("shapan.sql.max-statements", defaults.statements, 1, 1_000), (int)
                settings.whole("shapan.sql.max-waiting", defaults.waiting, 0, 1_000_000));
    }
}
