package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/** What makes a delivery one: schedule, planned time (milliseconds) and address. */
public record DeliveryKey(String scheduleId, Instant plannedAt, String address) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_BYTES = 12;

    public DeliveryKey {
        requireNonNull(scheduleId, "scheduleId is null");
        plannedAt = plannedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(address, "address is null");
    }

    /** The Message-ID of this delivery's mail, the same at every attempt, with nothing personal in it. */
    public String messageId(String templateId, String domain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((scheduleId + "\n" + plannedAt + "\n" + address).getBytes(StandardCharsets.UTF_8));
            return "<" + templateId.toLowerCase(Locale.ROOT) + "." + TIME.format(plannedAt) + "."
                    + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
