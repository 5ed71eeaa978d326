package org.shapan.engine.format;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;

/** A section as a format of dates and times. Weeks begin on Sunday, the first is that of January 1. */
final class DatePattern {
    private static final int NOON = 12;

    private final List<Token> tokens;
    private final Symbols symbols;
    private final boolean halfDays;

    DatePattern(Section section, Symbols symbols) {
        this.tokens = section.tokens();
        this.symbols = symbols;
        this.halfDays = tokens.stream()
                .anyMatch(token ->
                        token instanceof Token.DatePart part && part.field().isHalfDay());
    }

    void append(StringBuilder out, LocalDateTime time) {
        DateField before = null;
        for (Token token : tokens) {
            if (token instanceof Token.DatePart part) {
                boolean afterHour = before != null && before.isHour();
                append(out, afterHour ? asMinute(part.field()) : part.field(), time);
                before = part.field();
            } else {
                out.append(token.written());
            }
        }
    }

    /** {@code m} behind an hour are minutes. */
    private static DateField asMinute(DateField field) {
        return switch (field) {
            case MONTH -> DateField.MINUTE;
            case MONTH_2 -> DateField.MINUTE_2;
            default -> field;
        };
    }

    private void append(StringBuilder out, DateField field, LocalDateTime time) {
        Locale locale = symbols.locale();
        switch (field) {
            case DAY -> out.append(time.getDayOfMonth());
            case DAY_2 -> two(out, time.getDayOfMonth());
            case DAY_NAME -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
            case WEEKDAY -> out.append(time.getDayOfWeek().getValue() % 7 + 1);
            case WEEK -> out.append(time.get(WeekFields.SUNDAY_START.weekOfWeekBasedYear()));
            case MONTH -> out.append(time.getMonthValue());
            case MONTH_2 -> two(out, time.getMonthValue());
            case MONTH_ABBREVIATED -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, locale));
            case MONTH_NAME -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, locale));
            case QUARTER -> out.append((time.getMonthValue() + 2) / 3);
            case DAY_OF_YEAR -> out.append(time.getDayOfYear());
            case YEAR_2 -> two(out, Math.floorMod(time.getYear(), 100));
            case YEAR_4 -> out.append(String.format(Locale.ROOT, "%04d", time.getYear()));
            case HOUR -> out.append(hour(time));
            case HOUR_2 -> two(out, hour(time));
            case MINUTE -> out.append(time.getMinute());
            case MINUTE_2 -> two(out, time.getMinute());
            case SECOND -> out.append(time.getSecond());
            case SECOND_2 -> two(out, time.getSecond());
            case TIME -> {
                out.append(time.getHour()).append(':');
                two(out, time.getMinute());
                out.append(':');
                two(out, time.getSecond());
            }
            case HALF_DAY -> out.append(halfDay(time));
            case HALF_DAY_LOWER -> out.append(halfDay(time).toLowerCase(locale));
            case HALF_DAY_LETTER -> out.append(time.getHour() < NOON ? 'A' : 'P');
            case HALF_DAY_LETTER_LOWER -> out.append(time.getHour() < NOON ? 'a' : 'p');
            case DATE_SHORT -> formatted(out, symbols.dateShort(), time);
            case DATE_LONG -> formatted(out, symbols.dateLong(), time);
            case DATE_MEDIUM -> formatted(out, symbols.dateMedium(), time);
            case DATE_FULL -> formatted(out, symbols.dateFull(), time);
            case GENERAL -> formatted(out, symbols.general(), time);
            case TIME_LONG -> formatted(out, symbols.timeLong(), time);
            case TIME_MEDIUM -> formatted(out, symbols.timeMedium(), time);
        }
    }

    /** With half days 13 to 23 are 1 to 11; midnight stays 0, as the conformance data has it. */
    private int hour(LocalDateTime time) {
        return halfDays && time.getHour() > NOON ? time.getHour() - NOON : time.getHour();
    }

    private String halfDay(LocalDateTime time) {
        if (symbols.locale().getLanguage().equals("zh")) {
            return time.getHour() < NOON ? "上午" : "下午";
        }
        return time.getHour() < NOON ? "AM" : "PM";
    }

    private static void formatted(StringBuilder out, DateTimeFormatter formatter, LocalDateTime time) {
        formatter.formatTo(time, out);
    }

    private static void two(StringBuilder out, int number) {
        if (number < 10) {
            out.append('0');
        }
        out.append(number);
    }
}
