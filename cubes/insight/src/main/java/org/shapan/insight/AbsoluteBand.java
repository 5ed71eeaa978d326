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
    /**
     * Names of the parameters: churn a month, unpaid share, share of electronic channels, channels short of stock, numbers kept for
     * commission, numbers activated within 30 days, numbers in net after three months, core groups of high stability, snapshot customers
     * kept in their tier.
     */
    public static final String CHURN = "rt3.churn";

    public static final String ARREARS = "rt3.arrears";
    public static final String E_CHANNEL_SHARE = "rt3.e-channel-share";
    public static final String STOCK_SHORTAGE = "rt3.stock-shortage";
    public static final String KEPT = "rt3.kept";
    public static final String ACTIVATION = "rt3.activation";
    public static final String IN_NET = "rt3.in-net";
    public static final String STABILITY = "rt3.stability";
    public static final String RETENTION = "rt3.retention";

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
