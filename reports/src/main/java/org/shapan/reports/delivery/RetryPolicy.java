package org.shapan.reports.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried again.
 *
 * @param delays pause after the first, second, … failed attempt; the number of attempts is one more; setting {@code
 *     shapan.reports.retry-delays}
 */
public record RetryPolicy(List<Duration> delays) {
    /** Three attempts: after one minute and after five. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));

    public RetryPolicy {
        delays = List.copyOf(delays);
    }

    /** Pause before the next attempt, empty when {@code attempts} were enough. */
    public Optional<Duration> delayAfter(int attempts) {
        return attempts <= delays.size() ? Optional.of(delays.get(attempts - 1)) : Optional.empty();
    }
}
