package org.shapan.portal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of schedules as the style guide writes them. */
final class Times {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Times() {}

    /** {@code 04-06 08:12}. */
    static String moment(Instant time, ZoneId zone) {
        return MOMENT.format(time.atZone(zone));
    }

    /** {@code 08:12:40}. */
    static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }
}
