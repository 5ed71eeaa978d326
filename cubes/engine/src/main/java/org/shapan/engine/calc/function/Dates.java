package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.DATETIME;
import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.STRING;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.shapan.engine.calc.eval.Scalars;

/** Dates and times of day. Intervals: yyyy, q, m, y (day of year), d, w (weekday), ww, h, n (minute), s. Weeks begin on Sunday. */
final class Dates implements Family {
    /** The day that times of day without a date belong to. */
    static final LocalDate NO_DAY = LocalDate.of(1899, 12, 30);

    private static final double SECONDS_A_DAY = 86_400;

    /** Days that the first week of a year must have, by the number that says which week it is. */
    private static final int[] FIRST_WEEK_DAYS = {1, 1, 4, 7};

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT);

    @Override
    public void define(FunctionTable.Builder table) {
        making(table);
        parts(table);
        calendar(table);
    }

    private static void making(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "DateSerial(<Numeric>, <Numeric>, <Numeric>)",
                DATETIME,
                "A date of year, month and day; months and days beyond the calendar count on.",
                a -> serial(a.whole(0), a.whole(1), a.whole(2)));
        ValueFunctions.strict(
                table,
                "TimeSerial(<Numeric>, <Numeric>, <Numeric>)",
                DATETIME,
                "A time of day of hour, minute and second.",
                a -> NO_DAY.atStartOfDay().plusSeconds(a.whole(0) * 3_600L + a.whole(1) * 60L + a.whole(2)));
        ValueFunctions.strict(
                table,
                "DateValue(<Value>)",
                DATETIME,
                "The day of a date.",
                a -> toDate(a.value(0)).toLocalDate());
        ValueFunctions.strict(
                table,
                "TimeValue(<Value>)",
                DATETIME,
                "The time of day of a date.",
                a -> toDate(a.value(0)).toLocalTime().atDate(NO_DAY));
        ValueFunctions.strict(
                table,
                "DateAdd(<String>, <Numeric>, <DateTime>)",
                DATETIME,
                "A date a number of intervals later: DateAdd(\"m\", 1, d) is the same day of the next month, or its last.",
                a -> add(a.text(0), a.whole(1), a.date(2)));
        ValueFunctions.strict(
                table,
                "DateDiff(<String>, <DateTime>, <DateTime>[, <Numeric>, <Numeric>])",
                INTEGER,
                "The number of borders between intervals from the second date to the first: negative when the first is earlier. Weeks"
                        + " begin on a day, 1 (Sunday) to 7; the last argument has no effect.",
                a -> index(a.text(0), a.date(1), firstDay(a, 3)) - index(a.text(0), a.date(2), firstDay(a, 3)));
    }

    private static void parts(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "Year(<DateTime>)",
                INTEGER,
                "The year of a date.",
                a -> a.date(0).getYear());
        ValueFunctions.strict(
                table,
                "Month(<DateTime>)",
                INTEGER,
                "The month of a date, 1 to 12.",
                a -> a.date(0).getMonthValue());
        ValueFunctions.strict(
                table,
                "Day(<DateTime>)",
                INTEGER,
                "The day of the month, 1 to 31.",
                a -> a.date(0).getDayOfMonth());
        ValueFunctions.strict(
                table,
                "Hour(<DateTime>)",
                INTEGER,
                "The hour of a time, 0 to 23.",
                a -> a.date(0).getHour());
        ValueFunctions.strict(
                table,
                "Minute(<DateTime>)",
                INTEGER,
                "The minute of a time.",
                a -> a.date(0).getMinute());
        ValueFunctions.strict(
                table,
                "Second(<DateTime>)",
                INTEGER,
                "The second of a time.",
                a -> a.date(0).getSecond());
        ValueFunctions.strict(
                table,
                "Weekday(<DateTime>[, <Numeric>])",
                INTEGER,
                "The day of the week, counted from a first day: 1, Sunday, when not given.",
                a -> a.date(0).get(weeks(firstDay(a, 1), 1).dayOfWeek()));
        ValueFunctions.strict(
                table,
                "DatePart(<String>, <DateTime>[, <Numeric>, <Numeric>])",
                INTEGER,
                "The part of a date that an interval names. Weeks begin on a day, 1 (Sunday) to 7; the first of a year is the one with"
                        + " 1 January (1), with four days at least (2), or the first whole one (3).",
                a -> part(a.text(0), a.date(1), weeks(firstDay(a, 2), a.whole(3, 1))));
    }

    private static void calendar(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "MonthName(<Numeric>[, <Logical>])",
                STRING,
                "The name of a month, 1 to 12, in the language of the connection; shortened when the second argument holds.",
                a -> month(a.whole(0)).getDisplayName(style(a.value(1)), a.locale()));
        ValueFunctions.strict(
                table,
                "WeekdayName(<Numeric>[, <Logical>, <Numeric>])",
                STRING,
                "The name of a day of the week, counted from a first day that is 1, Sunday, when not given, in the language of the"
                        + " connection; shortened when the second argument holds.",
                a -> firstDay(a, 2).plus(a.whole(0) - 1L).getDisplayName(style(a.value(1)), a.locale()));
    }

    /** A date, a text in ISO form, with a space or {@code T} before the time, or a number of days and parts of one. */
    static LocalDateTime toDate(Object value) {
        if (value instanceof Number days) {
            return NO_DAY.atStartOfDay().plusSeconds(Math.round(days.doubleValue() * SECONDS_A_DAY));
        }
        if (!(value instanceof String text)) {
            return Arguments.date(value);
        }
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'), WRITTEN);
        } catch (DateTimeException e) {
            return timeOfDay(text);
        }
    }

    private static LocalDateTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text.strip()).atDate(NO_DAY);
        } catch (DateTimeException e) {
            throw Scalars.error("Not a date: \"" + text + "\"; dates are written as 2024-03-05 or 2024-03-05 13:45");
        }
    }

    private static LocalDate serial(int year, int month, int day) {
        return LocalDate.of(year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
    }

    private static LocalDateTime add(String interval, int number, LocalDateTime date) {
        return switch (interval) {
            case "yyyy" -> date.plusYears(number);
            case "q" -> date.plusMonths(3L * number);
            case "m" -> date.plusMonths(number);
            case "y", "d", "w" -> date.plusDays(number);
            case "ww" -> date.plusWeeks(number);
            case "h" -> date.plusHours(number);
            case "n" -> date.plusMinutes(number);
            case "s" -> date.plusSeconds(number);
            default -> throw unknown(interval);
        };
    }

    /** Number of intervals since some beginning. */
    private static long index(String interval, LocalDateTime date, DayOfWeek firstDay) {
        long days = date.toLocalDate().toEpochDay();
        return switch (interval) {
            case "yyyy" -> date.getYear();
            case "q" -> date.getYear() * 4L + date.get(IsoFields.QUARTER_OF_YEAR);
            case "m" -> date.getYear() * 12L + date.getMonthValue();
            case "y", "d" -> days;
            case "w" -> Math.floorDiv(days, 7);
            case "ww" -> Math.floorDiv(days + DayOfWeek.THURSDAY.getValue() - firstDay.getValue(), 7);
            case "h" -> days * 24 + date.getHour();
            case "n" -> ChronoUnit.MINUTES.between(LocalDate.EPOCH.atStartOfDay(), date);
            case "s" -> ChronoUnit.SECONDS.between(LocalDate.EPOCH.atStartOfDay(), date);
            default -> throw unknown(interval);
        };
    }

    /** @param weeks the first of a year with 1 January counts from 1 January, others may belong to the year before */
    private static int part(String interval, LocalDateTime date, WeekFields weeks) {
        return switch (interval) {
            case "yyyy" -> date.getYear();
            case "q" -> date.get(IsoFields.QUARTER_OF_YEAR);
            case "m" -> date.getMonthValue();
            case "y" -> date.getDayOfYear();
            case "d" -> date.getDayOfMonth();
            case "w" -> date.get(weeks.dayOfWeek());
            case "ww" ->
                date.get(weeks.getMinimalDaysInFirstWeek() == 1 ? weeks.weekOfYear() : weeks.weekOfWeekBasedYear());
            case "h" -> date.getHour();
            case "n" -> date.getMinute();
            case "s" -> date.getSecond();
            default -> throw unknown(interval);
        };
    }

    /** The day with which weeks begin: 1 is Sunday, and what stands when the argument is not given or 0. */
    private static DayOfWeek firstDay(Arguments a, int index) {
        int day = a.whole(index, 1);
        if (day < 0 || day > 7) {
            throw Scalars.error("The first day of a week is 1 (Sunday) to 7 (Saturday), not " + day);
        }
        return DayOfWeek.SUNDAY.plus(Math.max(0, day - 1));
    }

    private static WeekFields weeks(DayOfWeek firstDay, int firstWeek) {
        if (firstWeek < 0 || firstWeek >= FIRST_WEEK_DAYS.length) {
            throw Scalars.error("The first week of a year is 1, 2 or 3, not " + firstWeek);
        }
        return WeekFields.of(firstDay, FIRST_WEEK_DAYS[firstWeek]);
    }

    private static RuntimeException unknown(String interval) {
        return Scalars.error("Unknown interval '" + interval + "'; there are yyyy, q, m, y, d, w, ww, h, n and s");
    }

    private static Month month(int number) {
        if (number < 1 || number > 12) {
            throw Scalars.error("There is no month " + number);
        }
        return Month.of(number);
    }

    private static TextStyle style(Object shortened) {
        return Boolean.TRUE.equals(shortened) ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE;
    }
}
