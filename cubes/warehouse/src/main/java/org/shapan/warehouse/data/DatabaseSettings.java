package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

/**
 * Limits of the warehouse database.
 *
 * @param memoryLimit most memory DuckDB takes before it spills to {@code DATA/tmp}, in its notation, e.g. {@code 600MB}; setting
 *     {@code shapan.warehouse.memory-limit}
 * @param threads threads of one statement; setting {@code shapan.warehouse.threads}
 */
public record DatabaseSettings(String memoryLimit, int threads) {

    /** Memory limit when none is set: a demo province loads in it, and the process stays below 1.5 GB. */
    public static final String DEFAULT_MEMORY_LIMIT = "600MB";

    /** The defaults: 600 MB, one thread per processor. */
    public static final DatabaseSettings DEFAULT =
            new DatabaseSettings(DEFAULT_MEMORY_LIMIT, Runtime.getRuntime().availableProcessors());

    public DatabaseSettings {
        requireNonNull(memoryLimit, "memoryLimit is null");
        if (threads < 1) {
            throw new IllegalArgumentException("threads is below 1: " + threads);
        }
    }
}
