package org.shapan.portal.reports;

import org.shapan.portal.widget.State;
import org.shapan.reports.delivery.Outcome;

/** How an outcome of the ledger is shown. */
final class OutcomeMarks {
    private OutcomeMarks() {}

    static State of(Outcome outcome) {
        return switch (outcome) {
            case WAITING, RUNNING, SKIPPED, CANCELLED -> State.NONE;
            case SENT -> State.GREEN;
            case LATE, AMBIGUOUS -> State.YELLOW;
            case FAILED, MISSED -> State.RED;
        };
    }

    static String textKey(Outcome outcome) {
        return "reports.outcome." + outcome.name();
    }
}
