package org.shapan.insight;

/**
 * Where yellow and red begin. With {@code red < yellow} low values are bad.
 *
 * @param yellow first limit
 * @param red second limit, farther in the bad direction
 */
public record Limits(double yellow, double red) {
    /** A value on a limit has reached it. */
    public State reached(double value) {
        return isBeyond(value, red, true) ? State.RED : isBeyond(value, yellow, true) ? State.YELLOW : State.GREEN;
    }

    /** A value on a limit has not passed it. */
    public State passed(double value) {
        return isBeyond(value, red, false) ? State.RED : isBeyond(value, yellow, false) ? State.YELLOW : State.GREEN;
    }

    /** The limit at which a state begins; that of yellow for a state that is not red. */
    public double of(State state) {
        return state == State.RED ? red : yellow;
    }

    public boolean lowIsBad() {
        return red < yellow;
    }

    /** The same limits with red nearer by a share of it: what a value must be better than to leave red. */
    Limits whileRed(double hysteresis) {
        double nearer = lowIsBad() ? red * (1 + hysteresis) : red * (1 - hysteresis);
        return new Limits(yellow, lowIsBad() ? Math.min(nearer, yellow) : Math.max(nearer, yellow));
    }

    private boolean isBeyond(double value, double limit, boolean onLimit) {
        return value == limit ? onLimit : lowIsBad() ? value < limit : value > limit;
    }
}
