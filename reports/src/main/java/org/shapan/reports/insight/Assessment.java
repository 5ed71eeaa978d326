package org.shapan.reports.insight;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * The judgement of one cell.
 *
 * @param expected expectation E in the measure's unit, null when there is none
 * @param low lower edge of the normal band, null when there is none
 * @param high upper edge of the normal band, null when there is none
 * @param state red, yellow, green or none
 */
public record Assessment(BigDecimal expected, BigDecimal low, BigDecimal high, ReportState state) {
    /** Nothing is known about the cell. */
    public static final Assessment ABSENT = new Assessment(null, null, null, ReportState.NONE);

    public Assessment {
        requireNonNull(state, "state is null");
    }
}
