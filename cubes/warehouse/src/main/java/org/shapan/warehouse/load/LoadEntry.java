package org.shapan.warehouse.load;

import java.time.Instant;
import java.util.List;

/**
 * A load as the ledger tells it. Times are milliseconds.
 *
 * @param id number of the load, from 1; refused loads have one too
 * @param startedAt when it began
 * @param by who asked for it: a user of this machine, or {@code inbox}
 * @param directory where the delivery lay
 * @param source who made the delivery; null where its manifest could not be read
 * @param firstMonth first month of facts, yyyymm; 0 where the manifest could not be read
 * @param lastMonth last month of facts, yyyymm; 0 where the manifest could not be read
 * @param files files of the delivery
 * @param rows rows read, by the manifest
 * @param badRows faults for which rows were kept out: a row with two counts twice
 * @param outcome {@link #RUNNING}, {@link #LOADED}, {@link #UNCHANGED}, {@link #KILLED} or the name of the {@link LoadException.Code}
 * @param version version that it published or found, 0 where it was refused
 * @param message why it was refused, else null
 * @param remedy what to do then, else null
 * @param steps time of each step, in the order of {@link LoadTimes.Step}
 * @param totalMillis time of the load, 0 while it runs
 */
public record LoadEntry(
        long id,
        Instant startedAt,
        String by,
        String directory,
        String source,
        int firstMonth,
        int lastMonth,
        long files,
        long rows,
        long badRows,
        String outcome,
        long version,
        String message,
        String remedy,
        List<Long> steps,
        long totalMillis) {

    /** It has not ended. */
    public static final String RUNNING = "RUNNING";

    /** It published a version. */
    public static final String LOADED = "LOADED";

    /** The same files had been loaded already. */
    public static final String UNCHANGED = "UNCHANGED";

    /** The process ended while it loaded; nothing has changed. */
    public static final String KILLED = "KILLED";

    public LoadEntry {
        steps = List.copyOf(steps);
    }

    /** Rows accepted; 0 where the delivery was refused. */
    public long accepted() {
        return version == 0 ? 0 : rows - badRows;
    }

    /** Rows read in a second, 0 where nothing was timed. */
    public long rowsPerSecond() {
        return totalMillis == 0 ? 0 : rows * 1000 / totalMillis;
    }

    /**
     * A feed of a load.
     *
     * @param files its files
     * @param rows rows read, by the manifest
     * @param badRows rows that were kept out
     * @param checkMillis time of staging and checks
     */
    public record OfFeed(String feed, long files, long rows, long badRows, long checkMillis) {}

    /**
     * How many rows of a feed were kept out for a reason.
     *
     * @param reason name of the {@link LoadException.Code}
     */
    public record BadCount(String feed, String reason, long rows) {}
}
