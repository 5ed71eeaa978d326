package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a schedule fires: a cron expression of six fields (second, minute, hour, day, month, weekday) in a time zone. A
 * local time that daylight saving skips fires as much later as the clock was moved; one that comes twice fires once.
 */
public record Calendar(String cron, ZoneId zone) {
    /** Shortest allowed pause between two firings. */
    public static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);

    private static final int CHECKED_FIRINGS = 20;

    /** A clock is never moved by more at once, so a firing that was moved lies at most this far from its local time. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(3);

    /** @throws IllegalArgumentException when the expression is wrong, never fires or fires too often */
    public Calendar {
        requireNonNull(zone, "zone is null");
        CronExpression expression = CronExpression.parse(cron);
        LocalDateTime last = null;
        LocalDateTime at = LocalDate.EPOCH.atStartOfDay();
        for (int i = 0; i < CHECKED_FIRINGS; i++) {
            LocalDateTime next = expression.next(at);
            if (next == null) {
                if (i == 0) {
                    throw new IllegalArgumentException("the schedule \"" + cron + "\" never fires");
                }
                break;
            }
            if (last != null && Duration.between(last, next).compareTo(SHORTEST_PAUSE) < 0) {
                throw new IllegalArgumentException("the schedule \"" + cron + "\" fires more often than every "
                        + SHORTEST_PAUSE.toMinutes() + " minutes");
            }
            last = next;
            at = next;
        }
    }

    /** Every month on a day (1–28, or 0 for the last) at a time of day. */
    public static Calendar monthly(int day, int hour, int minute, ZoneId zone) {
        if (day < 0 || day > 28) {
            throw new IllegalArgumentException("the day of a monthly schedule is 1 to 28, or 0 for the last");
        }
        return new Calendar("0 " + minute + " " + hour + " " + (day == 0 ? "L" : Integer.toString(day)) + " * *", zone);
    }

    /** First firing after a time; empty when there is none. */
    public Optional<Instant> after(Instant time) {
        CronExpression expression = CronExpression.parse(cron);
        LocalDateTime local =
                expression.next(LocalDateTime.ofInstant(time, zone).minus(LONGEST_SHIFT));
        while (local != null && !local.atZone(zone).toInstant().isAfter(time)) {
            local = expression.next(local);
        }
        return Optional.ofNullable(local).map(found -> found.atZone(zone).toInstant());
    }

    /** The next {@code count} firings after a time, oldest first. */
    public List<Instant> upcoming(Instant time, int count) {
        List<Instant> firings = new ArrayList<>();
        Optional<Instant> next = after(time);
        while (firings.size() < count && next.isPresent()) {
            firings.add(next.get());
            next = after(next.get());
        }
        return firings;
    }
}
