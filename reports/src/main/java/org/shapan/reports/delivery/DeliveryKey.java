package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What makes a delivery one: schedule, planned time (milliseconds), address and part.
 *
 * @param part unique name of the member that a burst made it for, empty without a burst
 */
public record DeliveryKey(String scheduleId, Instant plannedAt, String address, String part) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_DIGITS = 24;

    public DeliveryKey {
        requireNonNull(scheduleId, "scheduleId is null");
        plannedAt = plannedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(address, "address is null");
        requireNonNull(part, "part is null");
    }

    /** The key of a delivery that is no part of a burst. */
    public DeliveryKey(String scheduleId, Instant plannedAt, String address) {
        this(scheduleId, plannedAt, address, "");
    }

    /** Hexadecimal digits that no other delivery has, the same at every attempt, with nothing personal in them. */
    String digits() {
        String hash = Checksum.of((scheduleId + "\n" + plannedAt + "\n" + address + (part.isEmpty() ? "" : "\n" + part))
                .getBytes(StandardCharsets.UTF_8));
        return hash.substring(0, HASH_DIGITS);
    }

    /** The Message-ID of this delivery's mail, the same at every attempt, with nothing personal in it. */
    public String messageId(String templateId, String domain) {
        return "<" + templateId.toLowerCase(Locale.ROOT) + "." + TIME.format(plannedAt) + "." + digits() + "@" + domain
                + ">";
    }
}
