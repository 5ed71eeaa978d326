package org.shapan.engine.format;

/** What a date part shows. The letters are in {@link SectionParser}. */
enum DateField {
    DAY,
    DAY_2,
    DAY_NAME,
    DATE_SHORT,
    DATE_LONG,
    WEEKDAY,
    WEEK,
    MONTH,
    MONTH_2,
    MONTH_ABBREVIATED,
    MONTH_NAME,
    QUARTER,
    DAY_OF_YEAR,
    YEAR_2,
    YEAR_4,
    HOUR,
    HOUR_2,
    MINUTE,
    MINUTE_2,
    SECOND,
    SECOND_2,
    TIME,
    /** {@code AM/PM} in the words of the locale. */
    HALF_DAY,
    HALF_DAY_LOWER,
    /** {@code A/P}: one letter. */
    HALF_DAY_LETTER,
    HALF_DAY_LETTER_LOWER,
    /** A named format of date and time. */
    GENERAL,
    DATE_FULL,
    DATE_MEDIUM,
    TIME_LONG,
    TIME_MEDIUM;

    boolean isHour() {
        return this == HOUR || this == HOUR_2;
    }

    boolean isHalfDay() {
        return this == HALF_DAY || this == HALF_DAY_LOWER || this == HALF_DAY_LETTER || this == HALF_DAY_LETTER_LOWER;
    }
}
