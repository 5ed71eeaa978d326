package org.shapan.portal.board;

/** How a figure is written and compared (guide 5). */
public enum Form {
    /** Yuan on a scale. */
    MONEY,
    /** Yuan with two decimals. */
    YUAN,
    COUNT,
    /** A count that may be negative: compared by its difference. */
    BALANCE,
    /** A ratio with one decimal; compared in percentage points. */
    SHARE,
    /** A ratio with two decimals, for one with a band. */
    RATE,
    MINUTES,
    /** A count of anything but customers, without a unit. */
    AMOUNT,
    /** A plain number with one decimal. */
    TENTHS,
    /** A relative change. */
    CHANGE;

    public boolean isRatio() {
        return this == SHARE || this == RATE;
    }
}
