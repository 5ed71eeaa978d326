package org.shapan.reports.delivery;

import java.time.Duration;

/** How a delivery stands, for readers of the ledger: a mail sent long after its time is late. */
public enum Outcome {
    WAITING,
    RUNNING,
    SENT,
    LATE,
    FAILED,
    AMBIGUOUS,
    SKIPPED,
    MISSED,
    CANCELLED;

    /** A mail that is sent later than this is late. */
    static final Duration PUNCTUAL = Duration.ofMinutes(15);

    /** The same as {@link #of} in the ledger's SQL. */
    static final String SQL = """
            case when state = 'PLANNED' then 'WAITING'
                 when state in ('RENDERING', 'RENDERED', 'SENDING') then 'RUNNING'
                 when state = 'SENT' and ended_at > planned_at + interval '%d' minute then 'LATE'
                 else state end""".formatted(PUNCTUAL.toMinutes());

    public static Outcome of(Delivery delivery) {
        return switch (delivery.state()) {
            case PLANNED -> WAITING;
            case RENDERING, RENDERED, SENDING -> RUNNING;
            case FAILED -> FAILED;
            case AMBIGUOUS -> AMBIGUOUS;
            case SKIPPED -> SKIPPED;
            case MISSED -> MISSED;
            case CANCELLED -> CANCELLED;
            case SENT ->
                delivery.endedAt()
                                .map(end -> Duration.between(delivery.key().plannedAt(), end)
                                                .compareTo(PUNCTUAL)
                                        > 0)
                                .orElse(false)
                        ? LATE
                        : SENT;
        };
    }
}
