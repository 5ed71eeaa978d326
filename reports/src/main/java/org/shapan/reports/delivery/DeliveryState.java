package org.shapan.reports.delivery;

/** State of a ledger row. Rows go forward only; {@code SENT}, {@code FAILED} and {@code MISSED} are terminal. */
public enum DeliveryState {
    PLANNED,
    RUNNING,
    SENT,
    FAILED,
    MISSED;

    public boolean isTerminal() {
        return this == SENT || this == FAILED || this == MISSED;
    }
}
