package org.shapan.warehouse.generator;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.shapan.warehouse.feed.Profile;

/**
 * What to generate.
 *
 * @param profile size of the province
 * @param seed seed; the same profile, seed and {@code clean} give the same bytes
 * @param out directory for the files; made when missing, files of an earlier delivery are replaced
 * @param clean true leaves the planted anomalies out
 * @param threads worker threads, 1 or more; they change the time, not the bytes
 */
public record GeneratorOptions(Profile profile, long seed, Path out, boolean clean, int threads) {

    /** Seed when none is asked for (domain §9.1). */
    public static final long DEFAULT_SEED = 20100331;

    public GeneratorOptions {
        requireNonNull(profile, "profile is null");
        requireNonNull(out, "out is null");
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", at least 1 is needed");
        }
    }

    /** The default delivery of a profile: default seed, anomalies planted, as many threads as processors. */
    public static GeneratorOptions of(Profile profile, Path out) {
        return new GeneratorOptions(
                profile, DEFAULT_SEED, out, false, Runtime.getRuntime().availableProcessors());
    }
}
