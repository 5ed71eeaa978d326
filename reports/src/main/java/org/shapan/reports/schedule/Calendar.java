package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a schedule fires, in a time zone. A local time that daylight saving skips fires as much later as the clock was
 * moved; one that comes twice fires once.
 *
 * @param cron six fields (second, minute, hour, day, month, weekday); or {@code workday 3 07:30}, the third working day of
 *     the month ({@code -1}: the last); or {@code published}, when the load of a month is published as closed
 * @param rule what becomes of a firing on a day off
 * @param from first day on which it fires, null for no limit
 * @param until last day on which it fires, null for no limit
 * @param calendars names of the {@link DayCalendar}s that it keeps to, besides the days that hold for all
 */
public record Calendar(String cron, ZoneId zone, DayRule rule, LocalDate from, LocalDate until, Set<String> calendars) {
    /** Shortest allowed pause between two firings. */
    public static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);

    private static final int CHECKED_FIRINGS = 20;

    /** A clock is never moved by more at once, so a firing that was moved lies at most this far from its local time. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(3);

    /** A firing never moves further over days off: it is left out. */
    private static final Duration LONGEST_MOVE = Duration.ofDays(16);

    private static final int MOST_TRIES = 20_000;

    /** @throws IllegalArgumentException when the expression is wrong, never fires or fires too often */
    public Calendar {
        requireNonNull(zone, "zone is null");
        requireNonNull(rule, "rule is null");
        calendars = Set.copyOf(calendars);
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a schedule that is valid from " + from + " cannot end on " + until);
        }
        Rhythm rhythm = Rhythm.parse(cron);
        LocalDateTime last = null;
        LocalDateTime at = LocalDate.EPOCH.atStartOfDay();
        for (int i = 0; i < CHECKED_FIRINGS; i++) {
            LocalDateTime next = rhythm.next(at, WorkDays.CHINA);
            if (next == null) {
                if (i == 0 && !(rhythm instanceof Rhythm.Published)) {
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

    /** A calendar that keeps to the days that hold for all. */
    public Calendar(String cron, ZoneId zone, DayRule rule, LocalDate from, LocalDate until) {
        this(cron, zone, rule, from, until, Set.of());
    }

    /** A calendar that knows no days off and no end. */
    public Calendar(String cron, ZoneId zone) {
        this(cron, zone, DayRule.ANY, null, null);
    }

    /** Every month on a day (1–28, or 0 for the last) at a time of day. */
    public static Calendar monthly(int day, int hour, int minute, ZoneId zone) {
        if (day < 0 || day > 28) {
            throw new IllegalArgumentException("the day of a monthly schedule is 1 to 28, or 0 for the last");
        }
        return new Calendar("0 " + minute + " " + hour + " " + (day == 0 ? "L" : Integer.toString(day)) + " * *", zone);
    }

    /** Whether it fires when a load is published instead of by the clock. */
    public boolean onPublication() {
        return cron.equals(Rhythm.PUBLISHED);
    }

    /** Whether the day of a time lies in the period in which the schedule is valid. */
    boolean isValidOn(Instant time) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** First firing after a time by the public holidays; empty when there is none. */
    public Optional<Instant> after(Instant time) {
        return after(time, WorkDays.CHINA);
    }

    /** First firing after a time; empty when there is none. */
    public Optional<Instant> after(Instant time, WorkDays days) {
        Rhythm rhythm = Rhythm.parse(cron);
        Instant start = from == null || isPast(time)
                ? time
                : from.atStartOfDay(zone).toInstant().minusMillis(1);
        LocalDateTime local = rhythm.next(
                LocalDateTime.ofInstant(start, zone).minus(LONGEST_SHIFT).minus(LONGEST_MOVE), days);
        LocalDateTime best = null;
        for (int i = 0; local != null && i < MOST_TRIES && mayImprove(local, best); i++) {
            LocalDateTime moved = moved(local, days);
            if (moved != null
                    && moved.atZone(zone).toInstant().isAfter(start)
                    && (best == null || moved.isBefore(best))) {
                best = moved;
            }
            local = rhythm.next(local, days);
        }
        return Optional.ofNullable(best)
                .map(found -> found.atZone(zone).toInstant())
                .filter(this::isValidOn);
    }

    private boolean isPast(Instant time) {
        return !time.isBefore(from.atStartOfDay(zone).toInstant());
    }

    /** A later time can only come first where firings move back. */
    private boolean mayImprove(LocalDateTime local, LocalDateTime best) {
        return best == null || local.isBefore(rule == DayRule.PREVIOUS ? best.plus(LONGEST_MOVE) : best);
    }

    private LocalDateTime moved(LocalDateTime local, WorkDays days) {
        LocalDate day = local.toLocalDate();
        if (rule == DayRule.ANY || days.isWorked(day)) {
            return local;
        }
        if (rule == DayRule.SKIP) {
            return null;
        }
        LocalDate nearest = days.nearest(day, rule == DayRule.NEXT);
        return days.isWorked(nearest) && Math.abs(ChronoUnit.DAYS.between(day, nearest)) <= LONGEST_MOVE.toDays()
                ? nearest.atTime(local.toLocalTime())
                : null;
    }

    /**
     * The first of the days from which a firing was moved, by {@link #rule}.
     *
     * @return empty when it stands on a day that the expression means, also when others were moved there
     */
    public Optional<LocalDate> movedFrom(Instant firing, WorkDays days) {
        Rhythm rhythm = Rhythm.parse(cron);
        LocalDateTime target = LocalDateTime.ofInstant(firing, zone);
        LocalDateTime local = rhythm.next(target.minus(LONGEST_MOVE).minus(LONGEST_SHIFT), days);
        LocalDate first = null;
        while (local != null && local.isBefore(target.plus(LONGEST_MOVE))) {
            LocalDateTime moved = moved(local, days);
            if (moved != null && moved.atZone(zone).toInstant().equals(firing)) {
                if (moved.equals(local)) {
                    return Optional.empty();
                }
                first = first == null ? local.toLocalDate() : first;
            }
            local = rhythm.next(local, days);
        }
        return Optional.ofNullable(first);
    }

    /** The next {@code count} firings after a time by the public holidays, oldest first. */
    public List<Instant> upcoming(Instant time, int count) {
        return upcoming(time, count, WorkDays.CHINA);
    }

    /** The next {@code count} firings after a time, oldest first. */
    public List<Instant> upcoming(Instant time, int count, WorkDays days) {
        List<Instant> firings = new ArrayList<>();
        Optional<Instant> next = after(time, days);
        while (firings.size() < count && next.isPresent()) {
            firings.add(next.get());
            next = after(next.get(), days);
        }
        return firings;
    }
}
