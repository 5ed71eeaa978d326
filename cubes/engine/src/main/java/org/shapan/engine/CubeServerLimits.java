package org.shapan.engine;

import java.time.Duration;
import java.time.ZoneId;
import org.shapan.engine.api.Settings;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.drillthrough.DrillThroughLimits;
import org.shapan.engine.sql.SqlLimits;

/**
 * All limits of a server, and where its queries are at home.
 *
 * @param queryTime wall time of a query in seconds ({@code shapan.query.timeout}), unless its statement sets one; null for no limit
 * @param preparedCharacters characters of the texts of compiled queries that are kept ({@code shapan.query.prepared-characters}); 0 to
 *     compile every query anew
 * @param setBytes memory for sets of compiled queries that are kept from one run to the next ({@code shapan.query.set-bytes}); 0 to
 *     compute every set anew
 * @param zone time zone of the business ({@code shapan.query.zone}), in which {@code Now()} and its like tell the time
 */
public record CubeServerLimits(
        SqlLimits sql,
        CellLimits cells,
        QueryLimits query,
        DrillThroughLimits drillThrough,
        Duration queryTime,
        long preparedCharacters,
        long setBytes,
        ZoneId zone) {
    /** The defaults of each; five minutes for a query, half a million characters of compiled queries, 16 MB of sets, the zone of the machine. */
    public static CubeServerLimits defaults() {
        return new CubeServerLimits(
                SqlLimits.defaults(),
                CellLimits.DEFAULT,
                QueryLimits.DEFAULT,
                DrillThroughLimits.DEFAULT,
                Duration.ofMinutes(5),
                500_000,
                16 << 20,
                ZoneId.systemDefault());
    }

    /**
     * Limits from settings named {@code shapan.query.*}, {@code shapan.cell.*}, {@code shapan.drillthrough.*} and {@code shapan.sql.*}; docs/operations.md lists them.
     *
     * @throws org.shapan.engine.api.EngineException CONNECTION naming a setting whose value is wrong
     */
    public static CubeServerLimits fromSettings(Settings settings) {
        long seconds =
                settings.whole("shapan.query.timeout", defaults().queryTime().toSeconds(), 1, 86_400);
        return new CubeServerLimits(
                SqlLimits.fromSettings(settings),
                CellLimits.fromSettings(settings),
                QueryLimits.fromSettings(settings),
                DrillThroughLimits.fromSettings(settings),
                Duration.ofSeconds(seconds),
                settings.whole(
                        "shapan.query.prepared-characters", defaults().preparedCharacters(), 0, Integer.MAX_VALUE),
                settings.whole("shapan.query.set-bytes", defaults().setBytes(), 0, Integer.MAX_VALUE),
                settings.zone("shapan.query.zone", defaults().zone()));
    }

    public CubeServerLimits withQueryTime(Duration time) {
        return new CubeServerLimits(sql, cells, query, drillThrough, time, preparedCharacters, setBytes, zone);
    }
}
