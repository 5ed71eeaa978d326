package org.shapan.portal.province;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where the data are on their way from nothing to published. */
public sealed interface ProvinceState {
    /**
     * The data are being generated or loaded.
     *
     * @param phase key of the phase, such as {@code generate}
     * @param step number of the phase, from 1; 0 before the first report
     * @param done units of the phase done
     * @param total units of the phase, above 0
     * @param started when the whole preparation began
     * @param phaseStarted when this phase began
     */
    record Preparing(String phase, int step, long done, long total, Instant started, Instant phaseStarted)
            implements ProvinceState {
        private static final double ENOUGH = 0.02;

        /** Share of the phase, 0 to 1. */
        public double share() {
            return Math.clamp((double) done / total, 0, 1);
        }

        public int percent() {
            return (int) (share() * 100);
        }

        /** Time left in this phase at its speed so far; empty while too little is done to tell. */
        public Optional<Duration> left(Instant now) {
            double share = share();
            if (share < ENOUGH) {
                return Optional.empty();
            }
            double seconds = Duration.between(phaseStarted, now).toMillis() / 1000.0;
            return Optional.of(Duration.ofSeconds(Math.round(seconds * (1 - share) / share)));
        }

        public Duration elapsed(Instant now) {
            return Duration.between(started, now);
        }
    }

    /** The data are published. */
    record Ready(DataState data) implements ProvinceState {}

    /**
     * The preparation failed; nothing was published.
     *
     * @param reason one sentence that names cause and remedy
     */
    record Failed(String reason) implements ProvinceState {}
}
