package org.shapan.engine;

import java.time.Duration;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.sql.SqlLimits;

/**
 * All limits of a server.
 *
 * @param queryTime wall time of a query ({@code shapan.query.timeout}), unless its statement sets one; null for no limit
 */
public record CubeServerLimits(SqlLimits sql, CellLimits cells, QueryLimits query, Duration queryTime) {
    /** The defaults of each; five minutes for a query. */
    public static CubeServerLimits defaults() {
        return new CubeServerLimits(
                SqlLimits.defaults(), CellLimits.DEFAULT, QueryLimits.DEFAULT, Duration.ofMinutes(5));
    }

    public CubeServerLimits withQueryTime(Duration time) {
        return new CubeServerLimits(sql, cells, query, time);
    }
}
