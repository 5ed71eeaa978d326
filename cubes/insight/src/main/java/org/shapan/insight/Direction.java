package org.shapan.insight;

/** Which way of an indicator is good. */
public enum Direction {
    UP_IS_GOOD,
    DOWN_IS_GOOD,
    NEUTRAL;

    /** {@code deviation} counted so that negative is bad; for a neutral indicator any deviation is. */
    double signed(double deviation) {
        return switch (this) {
            case UP_IS_GOOD -> deviation;
            case DOWN_IS_GOOD -> -deviation;
            case NEUTRAL -> -Math.abs(deviation);
        };
    }
}
