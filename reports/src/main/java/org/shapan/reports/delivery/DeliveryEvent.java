package org.shapan.reports.delivery;

import java.time.Instant;
import java.util.Optional;

/** Something that happened to a delivery; the ledger's detail shows them in order. */
public record DeliveryEvent(Instant at, Kind kind, Optional<String> detail) {
    public enum Kind {
        PLANNED,
        STARTED,
        RENDERED,
        SENT,
        RETRY,
        FAILED,
        SKIPPED,
        AMBIGUOUS,
        MISSED,
        CANCELLED,
        REPEATED,
        OWNER_TOLD
    }
}
