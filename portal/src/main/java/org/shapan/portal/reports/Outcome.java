package org.shapan.portal.reports;

import java.time.Duration;
import org.shapan.portal.widget.State;
import org.shapan.reports.delivery.Delivery;

/** How a delivery stands, as the ledger shows it: a mail sent long after its time is late. */
enum Outcome {
    WAITING(State.NONE),
    RUNNING(State.NONE),
    SENT(State.GREEN),
    LATE(State.YELLOW),
    FAILED(State.RED),
    AMBIGUOUS(State.YELLOW),
    SKIPPED(State.NONE),
    MISSED(State.RED);

    /** A mail that is sent later than this is late. */
    static final Duration PUNCTUAL = Duration.ofMinutes(15);

    private final State mark;

    Outcome(State mark) {
        this.mark = mark;
    }

    State mark() {
        return mark;
    }

    String textKey() {
        return "reports.outcome." + name();
    }

    static Outcome of(Delivery delivery) {
        return switch (delivery.state()) {
            case PLANNED -> WAITING;
            case RENDERING, RENDERED, SENDING -> RUNNING;
            case FAILED -> FAILED;
            case AMBIGUOUS -> AMBIGUOUS;
            case SKIPPED -> SKIPPED;
            case MISSED -> MISSED;
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
