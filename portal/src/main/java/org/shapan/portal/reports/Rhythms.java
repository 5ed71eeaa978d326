package org.shapan.portal.reports;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.portal.reports.ScheduleDraft.Rhythm;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.reports.schedule.Calendar;

/** Calendars between the editor's fields, cron expressions and the words of a list. */
final class Rhythms {
    private static final Pattern SIMPLE = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) (\\*|L|\\d{1,2}) \\* (\\*|[1-7])");

    /** The parts of a calendar that the editor's fields can show. */
    record Parts(Rhythm rhythm, int day, LocalTime time) {}

    private Rhythms() {}

    static Calendar calendar(ScheduleDraft draft, ZoneId zone) {
        String clock = "0 " + draft.time().getMinute() + " " + draft.time().getHour() + " ";
        return switch (draft.rhythm()) {
            case DAILY -> new Calendar(clock + "* * *", zone);
            case WEEKLY -> new Calendar(clock + "* * " + draft.day(), zone);
            case MONTHLY ->
                Calendar.monthly(
                        draft.day(), draft.time().getHour(), draft.time().getMinute(), zone);
            case CRON -> new Calendar(draft.cron().strip(), zone);
        };
    }

    static Parts parts(Calendar calendar) {
        Matcher simple = SIMPLE.matcher(calendar.cron());
        if (!simple.matches()) {
            return new Parts(Rhythm.CRON, 1, LocalTime.of(8, 0));
        }
        LocalTime time = LocalTime.of(Integer.parseInt(simple.group(2)), Integer.parseInt(simple.group(1)));
        String day = simple.group(3);
        String weekday = simple.group(4);
        if (!weekday.equals("*")) {
            return new Parts(Rhythm.WEEKLY, Integer.parseInt(weekday), time);
        }
        return switch (day) {
            case "*" -> new Parts(Rhythm.DAILY, 1, time);
            case "L" -> new Parts(Rhythm.MONTHLY, 0, time);
            default -> new Parts(Rhythm.MONTHLY, Integer.parseInt(day), time);
        };
    }

    /** "每月 5 日 07:30"; the expression itself when it is not a simple one. */
    static String words(Calendar calendar, Texts texts, Language language) {
        Parts parts = parts(calendar);
        String time = String.format(
                Locale.ROOT, "%02d:%02d", parts.time().getHour(), parts.time().getMinute());
        return switch (parts.rhythm()) {
            case DAILY -> texts.get(language, "reports.daily", time);
            case WEEKLY ->
                texts.get(language, "reports.weekly", texts.get(language, "reports.weekday." + parts.day()), time);
            case MONTHLY ->
                parts.day() == 0
                        ? texts.get(language, "reports.monthly.last", time)
                        : texts.get(language, "reports.monthly", Integer.toString(parts.day()), time);
            case CRON -> calendar.cron();
        };
    }
}
