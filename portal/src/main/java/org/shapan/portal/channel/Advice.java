package org.shapan.portal.channel;

import java.util.Arrays;
import java.util.Optional;

/**
 * What to do with a social channel of a type of value (domain §6.4.2, where the conditions stand; the warehouse finds the type, first match).
 * The competing type of the domain is absent: no feed says which outlets sell rival products.
 */
enum Advice {
    /** Verify, penalise and rectify. */
    RECTIFY("Arbitrage"),
    /** Give more stock. */
    STOCK("Number-release"),
    /** Reward. */
    REWARD("Mature"),
    /** Promote more. */
    PROMOTE("Growing"),
    /** Train the clerks. */
    TRAIN("Pioneer"),
    /** Observe. */
    OBSERVE("Low activity");

    private final String type;

    Advice(String type) {
        this.type = type;
    }

    /** @param type name of a member of {@code [Value type]}; empty for a type that the domain does not know */
    static Optional<Advice> of(String type) {
        return Arrays.stream(values())
                .filter(advice -> advice.type.equals(type))
                .findFirst();
    }
}
