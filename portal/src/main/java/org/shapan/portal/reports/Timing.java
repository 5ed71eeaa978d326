package org.shapan.portal.reports;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.DayRule;

/**
 * A calendar as the fields of an editor and the words of a list show it.
 *
 * @param day day of month (0 for the last), of week (1 is Monday), or working day of the month (−1 for the last)
 * @param cron used by {@link Rhythm#CRON} only
 * @param rule what becomes of a firing on a day off
 * @param from first day, null for no limit
 * @param until last day, null for no limit
 * @param calendars names of the calendars that it keeps to
 */
record Timing(
        Rhythm rhythm,
        int day,
        LocalTime time,
        String cron,
        ZoneId zone,
        DayRule rule,
        LocalDate from,
        LocalDate until,
        Set<String> calendars) {
    /** Latest day of the month that the editor offers, besides the last. */
    static final int LAST_DAY = 28;

    /** Latest working day of the month that the editor offers, besides the last. */
    static final int LAST_WORKDAY = 15;

    private static final Pattern SIMPLE = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) (\\*|L|\\d{1,2}) \\* (\\*|[1-7])");
    private static final Pattern WORKDAY = Pattern.compile("workday (-?\\d{1,2}) (\\d\\d):(\\d\\d)");
    private static final String PUBLISHED = "published";
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    enum Rhythm {
        DAILY,
        WEEKLY,
        MONTHLY,
        WORKDAY,
        PUBLISHED,
        CRON
    }

    Timing {
        requireNonNull(rhythm, "rhythm is null");
        requireNonNull(time, "time is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(rule, "rule is null");
        calendars = Set.copyOf(calendars);
    }

    /** Every month on the fifth, moved to a working day. */
    static Timing usual(ZoneId zone) {
        return new Timing(Rhythm.MONTHLY, 5, MORNING, "0 30 7 5 * *", zone, DayRule.NEXT, null, null, Set.of());
    }

    /** @throws IllegalArgumentException when they make no calendar */
    Calendar calendar() {
        String clock = "0 " + time.getMinute() + " " + time.getHour() + " ";
        String expression =
                switch (rhythm) {
                    case DAILY -> clock + "* * *";
                    case WEEKLY -> clock + "* * " + day;
                    case MONTHLY -> clock + (day == 0 ? "L" : Integer.toString(day)) + " * *";
                    case WORKDAY -> "workday " + day + " " + clock();
                    case PUBLISHED -> PUBLISHED;
                    case CRON -> cron.strip();
                };
        return new Calendar(expression, zone, rule, from, until, calendars);
    }

    /** What the editor's fields show; an expression that they cannot show as it is stays one. */
    static Timing of(Calendar calendar) {
        Timing shown = simple(calendar);
        return shown.isOffered() && shown.calendar().equals(calendar) ? shown : with(calendar, Rhythm.CRON, 1, MORNING);
    }

    private boolean isOffered() {
        return switch (rhythm) {
            case MONTHLY -> day <= LAST_DAY;
            case WORKDAY -> day == -1 || day > 0 && day <= LAST_WORKDAY;
            case DAILY, WEEKLY, PUBLISHED, CRON -> true;
        };
    }

    private static Timing simple(Calendar calendar) {
        String cron = calendar.cron();
        Matcher simple = SIMPLE.matcher(cron);
        Matcher workday = WORKDAY.matcher(cron);
        if (simple.matches()) {
            LocalTime time = LocalTime.of(Integer.parseInt(simple.group(2)), Integer.parseInt(simple.group(1)));
            String day = simple.group(3);
            return !simple.group(4).equals("*")
                    ? with(calendar, Rhythm.WEEKLY, Integer.parseInt(simple.group(4)), time)
                    : day.equals("*")
                            ? with(calendar, Rhythm.DAILY, 1, time)
                            : with(calendar, Rhythm.MONTHLY, day.equals("L") ? 0 : Integer.parseInt(day), time);
        }
        if (workday.matches()) {
            return with(
                    calendar,
                    Rhythm.WORKDAY,
                    Integer.parseInt(workday.group(1)),
                    LocalTime.of(Integer.parseInt(workday.group(2)), Integer.parseInt(workday.group(3))));
        }
        return with(calendar, cron.equals(PUBLISHED) ? Rhythm.PUBLISHED : Rhythm.CRON, 1, MORNING);
    }

    private static Timing with(Calendar calendar, Rhythm rhythm, int day, LocalTime time) {
        return new Timing(
                rhythm,
                day,
                time,
                calendar.cron(),
                calendar.zone(),
                calendar.rule(),
                calendar.from(),
                calendar.until(),
                calendar.calendars());
    }

    private String clock() {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** "每月 5 日 07:30"; the expression itself when it is not a simple one. */
    static String words(Calendar calendar, Texts texts, Language language) {
        Timing timing = of(calendar);
        String time = timing.clock();
        int day = timing.day();
        return switch (timing.rhythm()) {
            case DAILY -> texts.get(language, "reports.daily", time);
            case WEEKLY -> texts.get(language, "reports.weekly", texts.get(language, "reports.weekday." + day), time);
            case MONTHLY ->
                day == 0
                        ? texts.get(language, "reports.monthly.last", time)
                        : texts.get(language, "reports.monthly", Integer.toString(day), time);
            case WORKDAY ->
                day < 0
                        ? texts.get(language, "reports.workday.last", time)
                        : texts.get(language, "reports.workday", Integer.toString(day), time);
            case PUBLISHED -> texts.get(language, "reports.published");
            case CRON -> calendar.cron();
        };
    }
}
