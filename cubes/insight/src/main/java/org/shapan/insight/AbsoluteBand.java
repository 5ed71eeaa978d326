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
    /** Names of the parameters: churn a month, unpaid share, share of electronic channels, channels short of stock. */
    public static final String CHURN = "rt3.churn";

    public static final String ARREARS = "rt3.arrears";
    public static final String E_CHANNEL_SHARE = "rt3.e-channel-share";
    public static final String STOCK_SHORTAGE = "rt3.stock-shortage";

    /** The band of a parameter. */
    public static AbsoluteBand of(String name, Parameters parameters) {
        Limits limits = parameters.limits(name);
        return new AbsoluteBand(
                limits.lowIsBad() ? Direction.UP_IS_GOOD : Direction.DOWN_IS_GOOD, limits.yellow(), limits.red());
    }

    public Limits limits() {
        return new Limits(yellow, red);
    }

    /** NONE for no value. */
    public State judge(OptionalDouble value) {
        return value.isEmpty() ? State.NONE : limits().passed(value.getAsDouble());
    }
}
