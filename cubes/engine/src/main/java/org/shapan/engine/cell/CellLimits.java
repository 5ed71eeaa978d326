package org.shapan.engine.cell;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;

/**
 * What one query may use of the cells' room, and how much of memory the cache may take.
 *
 * @param maxRequestedCells cells one query may ask for that are not yet loaded
 * @param maxSegmentRows rows one statement may bring
 * @param maxQueryBytes bytes of segments one query may hold
 * @param maxInList members named in a condition before it is widened
 * @param maxRollupRows rows of a finer segment that are rolled up in memory rather than asked of the database; where the database joins row by
 *     row, also those of a fact table whose dimensions are joined in memory
 * @param cacheBytes size of the segment cache of one server
 * @param useAggregates whether declared aggregate tables answer what they can
 */
public record CellLimits(
        long maxRequestedCells,
        int maxSegmentRows,
        long maxQueryBytes,
        int maxInList,
        int maxRollupRows,
        long cacheBytes,
        boolean useAggregates) {
    public static final String MAX_REQUESTED_CELLS = "shapan.cell.max-requested-cells";
    public static final String MAX_SEGMENT_ROWS = "shapan.cell.max-segment-rows";
    public static final String MAX_QUERY_BYTES = "shapan.cell.max-query-bytes";
    public static final String MAX_IN_LIST = "shapan.cell.max-in-list";
    public static final String MAX_ROLLUP_ROWS = "shapan.cell.max-rollup-rows";
    public static final String CACHE_BYTES = "shapan.cell.cache-bytes";
    public static final String USE_AGGREGATES = "shapan.cell.use-aggregate-tables";

    public static final CellLimits DEFAULT =
            new CellLimits(20_000_000L, 5_000_000, 1L << 30, 1_000, 2_000_000, 256L << 20, true);

    public CellLimits {
        positive(maxRequestedCells, MAX_REQUESTED_CELLS);
        positive(maxSegmentRows, MAX_SEGMENT_ROWS);
        positive(maxQueryBytes, MAX_QUERY_BYTES);
        positive(maxInList, MAX_IN_LIST);
        positive(maxRollupRows, MAX_ROLLUP_ROWS);
        positive(cacheBytes, CACHE_BYTES);
    }

    /**
     * Limits from settings by the names above; null means the default.
     *
     * @throws EngineException CONNECTION when a value is not a positive whole number
     */
    public static CellLimits fromSettings(Settings settings) {
        return new CellLimits(
                settings.whole(MAX_REQUESTED_CELLS, DEFAULT.maxRequestedCells, 1, Long.MAX_VALUE),
                (int) settings.whole(MAX_SEGMENT_ROWS, DEFAULT.maxSegmentRows, 1, 1 << 28),
                settings.whole(MAX_QUERY_BYTES, DEFAULT.maxQueryBytes, 1, Long.MAX_VALUE),
                (int) settings.whole(MAX_IN_LIST, DEFAULT.maxInList, 1, 1 << 20),
                (int) settings.whole(MAX_ROLLUP_ROWS, DEFAULT.maxRollupRows, 1, 1 << 28),
                settings.whole(CACHE_BYTES, DEFAULT.cacheBytes, 1, Long.MAX_VALUE),
                !"false".equalsIgnoreCase(settings.text(USE_AGGREGATES)));
    }

    private static void positive(long value, String name) {
        if (value <= 0) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Setting " + name + "=" + value + " must be greater than 0");
        }
    }

    static EngineException exceeded(String name, long limit, String what) {
        return new EngineException(
                OlapErrorCode.BUDGET_EXCEEDED,
                what + " The limit is " + String.format("%,d", limit) + "; narrow the query, or raise the setting "
                        + name + ".");
    }
}
