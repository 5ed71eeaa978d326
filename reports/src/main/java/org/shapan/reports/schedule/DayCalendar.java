package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.reports.schedule.ScheduleException.Reason;

/**
 * Days of a company under a name, such as those on which bills are made. A line is {@code WHEN=off} or {@code WHEN=work}, where WHEN is a day
 * ({@code 2027-02-05}), a span ({@code 2027-02-05..2027-02-12}), days of every month ({@code month 1..3}, {@code month -1} for the last) or of every
 * week ({@code week 6..7}, Monday is 1). A date goes before a day of the month, that before a day of the week. Lines that are blank or begin with
 * {@code #} say nothing.
 *
 * @param lines as they were written
 */
public record DayCalendar(String name, String lines) {
    /** Longest name. */
    public static final int NAME_LENGTH = 64;

    /** Most characters of the lines. */
    public static final int LINES_LENGTH = 20_000;

    private static final int MOST_DAYS = 366;
    private static final Pattern LINE =
            Pattern.compile("(month |week )?([-\\d]+)(?:\\.\\.([-\\d]+))?\\s*=\\s*(off|work)");

    /** What the lines say: whether a day is worked on. */
    record Days(Map<LocalDate, Boolean> dates, Map<Integer, Boolean> ofMonth, Map<DayOfWeek, Boolean> ofWeek) {
        /** @return empty for a day that they do not name */
        Optional<Boolean> isWorked(LocalDate day) {
            int fromEnd = day.getDayOfMonth() - day.lengthOfMonth() - 1;
            Set<Boolean> monthly = new HashSet<>();
            Optional.ofNullable(ofMonth.get(day.getDayOfMonth())).ifPresent(monthly::add);
            Optional.ofNullable(ofMonth.get(fromEnd)).ifPresent(monthly::add);
            return Optional.ofNullable(dates.get(day))
                    .or(() -> monthly.stream().min(Boolean::compare))
                    .or(() -> Optional.ofNullable(ofWeek.get(day.getDayOfWeek())));
        }
    }

    /** @throws ScheduleException CALENDAR_NAME, CALENDAR_LINE naming what is wrong */
    public DayCalendar {
        requireNonNull(lines, "lines is null");
        name = requireNonNull(name, "name is null").strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ScheduleException(
                    Reason.CALENDAR_NAME,
                    name,
                    "a calendar has a name of 1 to " + NAME_LENGTH + " characters on one line");
        }
        if (lines.length() > LINES_LENGTH) {
            throw new ScheduleException(
                    Reason.CALENDAR_LINE, name, "a calendar has at most " + LINES_LENGTH + " characters");
        }
        parse(lines);
    }

    Days days() {
        return parse(lines);
    }

    private static Days parse(String lines) {
        Days days = new Days(new HashMap<>(), new HashMap<>(), new HashMap<>());
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> read(line, days));
        return days;
    }

    private static void read(String line, Days days) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(line);
        }
        boolean work = parts.group(4).equals("work");
        String last = parts.group(3) == null ? parts.group(2) : parts.group(3);
        try {
            if (parts.group(1) == null) {
                LocalDate first = LocalDate.parse(parts.group(2));
                LocalDate end = LocalDate.parse(last);
                if (end.isBefore(first) || end.isAfter(first.plusDays(MOST_DAYS))) {
                    throw wrong(line);
                }
                first.datesUntil(end.plusDays(1)).forEach(day -> days.dates().put(day, work));
                return;
            }
            boolean monthly = parts.group(1).startsWith("month");
            int first = Integer.parseInt(parts.group(2));
            int end = Integer.parseInt(last);
            int most = monthly ? 31 : 7;
            boolean inRange = monthly && first < 0 ? first >= -most && end < 0 : first >= 1 && end <= most;
            if (!inRange || end < first) {
                throw wrong(line);
            }
            for (int day = first; day <= end; day++) {
                if (monthly) {
                    days.ofMonth().put(day, work);
                } else {
                    days.ofWeek().put(DayOfWeek.of(day), work);
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw wrong(line);
        }
    }

    private static ScheduleException wrong(String line) {
        return new ScheduleException(
                Reason.CALENDAR_LINE,
                line,
                "\"" + line
                        + "\" is no line of a calendar: write 2027-02-05..2027-02-12=off, month 1..3=off, month -1=off or week 6..7=work");
    }
}
