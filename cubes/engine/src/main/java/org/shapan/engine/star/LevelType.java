package org.shapan.engine.star;

/** Meaning of a level in time; {@code REGULAR} for all that is not time. */
public enum LevelType {
    REGULAR,
    YEARS,
    HALF_YEARS,
    QUARTERS,
    MONTHS,
    WEEKS,
    DAYS,
    HOURS,
    MINUTES,
    SECONDS,
    UNDEFINED_TIME;

    public boolean isTime() {
        return this != REGULAR;
    }
}
