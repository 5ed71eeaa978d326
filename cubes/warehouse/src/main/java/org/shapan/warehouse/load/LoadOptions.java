package org.shapan.warehouse.load;

/**
 * How a delivery is to be loaded.
 *
 * @param restate whether months that are closed may be delivered again; else such a delivery is refused
 * @param maxBadShare greatest share of bad rows in a feed, 0 to 1; above it the delivery is refused
 */
public record LoadOptions(boolean restate, double maxBadShare) {

    /** Greatest share of bad rows in a feed when none is set: one in a thousand. */
    public static final double DEFAULT_MAX_BAD_SHARE = 0.001;

    /** Closed months stay as they are. */
    public static final LoadOptions DEFAULT = new LoadOptions(false, DEFAULT_MAX_BAD_SHARE);

    /** Months may be delivered again. */
    public static final LoadOptions RESTATE = new LoadOptions(true, DEFAULT_MAX_BAD_SHARE);

    public LoadOptions {
        if (!(maxBadShare >= 0 && maxBadShare <= 1)) {
            throw new IllegalArgumentException("maxBadShare is not between 0 and 1: " + maxBadShare);
        }
    }
}
