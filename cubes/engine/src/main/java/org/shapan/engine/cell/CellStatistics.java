package org.shapan.engine.cell;

/**
 * Counters of a {@link CellStore} since it was made.
 *
 * @param hits segments found in the cache by queries
 * @param misses segments that had to be made
 * @param rolledUp of the misses, those rolled up in memory
 * @param shared of the misses, those that waited for another query's load
 * @param statements SQL statements sent
 * @param rowsRead rows that those statements gave
 * @param segments now in the cache
 * @param bytes now in the cache
 * @param evictions segments dropped for room
 */
public record CellStatistics(
        long hits,
        long misses,
        long rolledUp,
        long shared,
        long statements,
        long rowsRead,
        long segments,
        long bytes,
        long evictions) {}
