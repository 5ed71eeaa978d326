package org.shapan.engine.cell;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a store does. Thread-safe. */
final class StoreCounters {
    private final LongAdder hits = new LongAdder();
    private final LongAdder rolledUp = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder loaded = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();

    void hit() {
        hits.increment();
    }

    void rolledUp() {
        rolledUp.increment();
    }

    void shared() {
        shared.increment();
    }

    /** A statement that filled so many segments. */
    void statement(int rowsRead, int segments) {
        loaded.add(segments);
        statements.increment();
        rows.add(rowsRead);
    }

    /** A statement that fills no segment. */
    void question() {
        statements.increment();
    }

    CellStatistics statistics(SegmentCache cache) {
        return new CellStatistics(
                hits.sum(),
                rolledUp.sum() + shared.sum() + loaded.sum(),
                rolledUp.sum(),
                shared.sum(),
                statements.sum(),
                rows.sum(),
                cache.count(),
                cache.bytes(),
                cache.evictions());
    }
}
