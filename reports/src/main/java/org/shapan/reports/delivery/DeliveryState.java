package org.shapan.reports.delivery;

/**
 * State of a ledger row. Rows go forward only, except that a failed attempt gives a row back as {@code PLANNED} and a
 * person may open an ended one again.
 */
public enum DeliveryState {
    /** Waits for its first or next attempt. */
    PLANNED,
    /** Its documents are being made. */
    RENDERING,
    /** The documents are kept in the archive. */
    RENDERED,
    /** The mail is being handed over; if the process dies now, nobody knows whether it was accepted. */
    SENDING,
    /** Accepted by the mail server, or written to the outbox. */
    SENT,
    /** Given up; the row says why. */
    FAILED,
    /** Not sent because the schedule's condition was not met. */
    SKIPPED,
    /** Handed over without an answer: the recipient may have it or not. */
    AMBIGUOUS,
    /** Its time passed too long ago while nothing ran. */
    MISSED,
    /** Somebody cancelled its run before it was handed over. */
    CANCELLED;

    public boolean isTerminal() {
        return ordinal() >= SENT.ordinal();
    }
}
