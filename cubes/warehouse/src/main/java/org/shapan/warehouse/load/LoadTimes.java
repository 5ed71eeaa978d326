package org.shapan.warehouse.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a load went.
 *
 * @param steps by step, those that did not begin left out
 * @param feeds staging and checks, by name of the feed
 * @param scripts derivation, by name of the script in lower case
 */
public record LoadTimes(Map<Step, Duration> steps, Map<String, Duration> feeds, Map<String, Duration> scripts) {

    /** The steps of a load, in their order; checks and derivation alternate from month to month. */
    public enum Step {
        /** Checksums of the files. */
        VERIFY,
        /** Files are brought into tables and their rows checked. */
        CHECK,
        /** Dimensions and facts are made. */
        DERIVE,
        /** Facts are compared with the ledger and with themselves. */
        RECONCILE,
        /** Partitions get their names, the version is written and the transaction commits. */
        PUBLISH
    }

    public LoadTimes {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
    }

    /** Time of a step, zero where it did not begin. */
    public Duration of(Step step) {
        return steps.getOrDefault(step, Duration.ZERO);
    }

    /** Takes the times of one load; for one thread. */
    static final class Clock {

        private final Map<Step, Duration> steps = new EnumMap<>(Step.class);
        private final Map<String, Duration> feeds = new LinkedHashMap<>();
        private final Map<String, Duration> scripts = new LinkedHashMap<>();

        /** What may be timed. */
        @FunctionalInterface
        interface Work {
            void run() throws SQLException, IOException;
        }

        /** Runs work and adds its time to a step, also when it fails. */
        void time(Step step, Work work) throws SQLException, IOException {
            time(steps, step, work);
        }

        /** As {@link #time}, for the checks of a feed. */
        void check(String feed, Work work) throws SQLException, IOException {
            time(Step.CHECK, () -> time(feeds, feed, work));
        }

        /** As {@link #time}, for the derivation by a script. */
        void derive(String script, Work work) throws SQLException, IOException {
            time(Step.DERIVE, () -> time(scripts, script, work));
        }

        LoadTimes read() {
            return new LoadTimes(steps, feeds, scripts);
        }

        private static <K> void time(Map<K, Duration> times, K key, Work work) throws SQLException, IOException {
            long start = System.nanoTime();
            try {
                work.run();
            } finally {
                times.merge(key, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
            }
        }
    }
}
