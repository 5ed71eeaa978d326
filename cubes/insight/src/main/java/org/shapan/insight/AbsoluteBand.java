package org.shapan.insight;

import java.util.OptionalDouble;

/**
 * Rule type RT3: a value against fixed limits (domain §6.1.4, table of headline indicators).
 *
 * @param direction up is good: red below {@code red}; down is good: red above it
 * @param yellow beyond this the state is yellow
 * @param red beyond this the state is red
 */
public record AbsoluteBand(Direction direction, double yellow, double red) {
    /** Monthly churn rate. */
    public static final AbsoluteBand CHURN = new AbsoluteBand(Direction.DOWN_IS_GOOD, 0.030, 0.045);
    /** Unpaid share of what was billed. */
    public static final AbsoluteBand ARREARS = new AbsoluteBand(Direction.DOWN_IS_GOOD, 0.015, 0.025);
    /** Share of transactions done in electronic channels. */
    public static final AbsoluteBand E_CHANNEL_SHARE = new AbsoluteBand(Direction.UP_IS_GOOD, 0.35, 0.27);
    /** Share of channels short of stock. */
    public static final AbsoluteBand STOCK_SHORTAGE = new AbsoluteBand(Direction.DOWN_IS_GOOD, 0.016, 0.028);

    /** NONE for no value. */
    public State judge(OptionalDouble value) {
        if (value.isEmpty()) {
            return State.NONE;
        }
        double v = direction == Direction.DOWN_IS_GOOD ? value.getAsDouble() : -value.getAsDouble();
        double y = direction == Direction.DOWN_IS_GOOD ? yellow : -yellow;
        double r = direction == Direction.DOWN_IS_GOOD ? red : -red;
        return v > r ? State.RED : v > y ? State.YELLOW : State.GREEN;
    }
}
