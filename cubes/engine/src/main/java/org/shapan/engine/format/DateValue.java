package org.shapan.engine.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** Dates and times of all classes as the wall clock shows them. */
final class DateValue {
    private DateValue() {}

    /** The wall time; null when the value is no date. Points in time are read in the zone of the system. */
    static LocalDateTime of(Object value) {
        return switch (value) {
            case LocalDateTime time -> time;
            case LocalDate date -> date.atStartOfDay();
            case LocalTime time -> LocalDate.EPOCH.atTime(time);
            case ZonedDateTime time -> time.toLocalDateTime();
            case OffsetDateTime time -> time.toLocalDateTime();
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
            case Date date -> LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault());
            default -> null;
        };
    }
}
