package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Settings of the scheduler.
 *
 * @param workers deliveries made at the same time, setting {@code shapan.reports.workers}
 * @param polling how often due work is looked for, setting {@code shapan.reports.polling}
 * @param heartbeat sign of life of a running delivery; after six missed ones another worker takes it over; setting {@code
 *     shapan.reports.heartbeat}
 * @param lateLimit a firing later than this is noted as missed instead of sent, setting {@code shapan.reports.late-limit}
 * @param watch how often the plan is compared with the ledger, publications are looked for and owners are told; setting
 *     {@code shapan.reports.watch}
 * @param grace a time that nobody dealt with for so long is the watchdog's, setting {@code shapan.reports.watch-grace}
 * @param retention how long documents are kept, setting {@code shapan.reports.retention}
 * @param workDays the days that are worked on; public holidays and the company's own days
 */
public record SchedulerSettings(
        int workers,
        Duration polling,
        Duration heartbeat,
        Duration lateLimit,
        Duration watch,
        Duration grace,
        Duration retention,
        WorkDays workDays) {
    public static final SchedulerSettings DEFAULT = new SchedulerSettings(
            2,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofHours(24),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofDays(400),
            WorkDays.CHINA);

    public SchedulerSettings {
        requireNonNull(workDays, "workDays is null");
        if (workers < 1) {
            throw new IllegalArgumentException("shapan.reports.workers must be at least 1");
        }
    }
}
