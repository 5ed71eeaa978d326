package org.shapan.engine;

import org.shapan.engine.cell.CellStatistics;

/**
 * The segment cache of a server.
 *
 * @param hits requests for segments that were there
 * @param misses requests that had to be loaded
 * @param rolledUp requests answered from a finer segment
 * @param segments now held
 * @param bytes now held
 * @param maxBytes that may be held
 * @param evictions segments that had to go
 * @param statements sent to the database
 */
public record CacheUse(
        long hits,
        long misses,
        long rolledUp,
        long segments,
        long bytes,
        long maxBytes,
        long evictions,
        long statements) {
    static CacheUse of(CellStatistics now, long maxBytes) {
        return new CacheUse(
                now.hits(),
                now.misses(),
                now.rolledUp(),
                now.segments(),
                now.bytes(),
                maxBytes,
                now.evictions(),
                now.statements());
    }

    /** Share of requests that asked no database, 0 to 1; 0 where nothing was asked for. */
    public double hitRate() {
        long served = hits + rolledUp;
        return served + misses == 0 ? 0 : (double) served / (served + misses);
    }
}
