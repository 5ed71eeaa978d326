package org.shapan.reports.schedule;

import java.time.Duration;

/**
 * Settings of the scheduler.
 *
 * @param workers deliveries made at the same time, setting {@code shapan.reports.workers}
 * @param polling how often due work is looked for, setting {@code shapan.reports.polling}
 * @param heartbeat sign of life of a running delivery; after six missed ones another worker takes it over; setting {@code
 *     shapan.reports.heartbeat}
 * @param lateLimit a firing later than this is noted as missed instead of sent, setting {@code shapan.reports.late-limit}
 */
public record SchedulerSettings(int workers, Duration polling, Duration heartbeat, Duration lateLimit) {
    public static final SchedulerSettings DEFAULT =
            new SchedulerSettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofHours(24));

    public SchedulerSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("shapan.reports.workers must be at least 1");
        }
    }
}
