package org.shapan.warehouse.load;

/**
 * How much of the quarantine is kept. All bad rows are counted, and the counts stay.
 *
 * @param rows bad rows kept of one load; setting {@code shapan.warehouse.quarantine-rows}
 * @param loads loads whose bad rows are kept, the newest; setting {@code shapan.warehouse.quarantine-loads}
 */
public record QuarantineLimits(int rows, int loads) {

    /** Bad rows of a load that are kept when nothing is set. */
    public static final int DEFAULT_ROWS = 10_000;

    /** Loads whose bad rows are kept when nothing is set. */
    public static final int DEFAULT_LOADS = 100;

    /** 10,000 rows of each of 100 loads. */
    public static final QuarantineLimits DEFAULT = new QuarantineLimits(DEFAULT_ROWS, DEFAULT_LOADS);

    public QuarantineLimits {
        if (rows < 0 || loads < 0) {
            throw new IllegalArgumentException("limits of the quarantine are negative: %d, %d".formatted(rows, loads));
        }
    }
}
