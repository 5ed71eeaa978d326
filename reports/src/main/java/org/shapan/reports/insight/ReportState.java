package org.shapan.reports.insight;

/** State of a figure by the rules of domain §6.1.4, worst first; {@code NONE} when it may not be judged. */
public enum ReportState {
    RED,
    YELLOW,
    GREEN,
    NONE;

    /** Whether the figure needs attention. */
    public boolean isFlagged() {
        return this == RED || this == YELLOW;
    }
}
