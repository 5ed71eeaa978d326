package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

/**
 * How a delivery is to be loaded.
 *
 * @param restate whether months that are closed may be delivered again; else such a delivery is refused
 * @param maxBadShare greatest share of bad rows in a feed, 0 to 1; above it the delivery is refused
 * @param maxUnknownShare greatest share of rows in a feed whose key no dimension has delivered yet, 0 to 1; above it the delivery is refused
 * @param by who asks for it, for the ledger
 */
public record LoadOptions(boolean restate, double maxBadShare, double maxUnknownShare, String by) {

    /** Greatest share of bad rows in a feed when none is set: one in a thousand. */
    public static final double DEFAULT_MAX_BAD_SHARE = 0.001;

    /** Greatest share of rows with an unknown key in a feed when none is set: one in a thousand (domain §9.7, G-17). */
    public static final double DEFAULT_MAX_UNKNOWN_SHARE = 0.001;

    /** Closed months stay as they are. */
    public static final LoadOptions DEFAULT = new LoadOptions(false, DEFAULT_MAX_BAD_SHARE, DEFAULT_MAX_UNKNOWN_SHARE);

    /** Months may be delivered again. */
    public static final LoadOptions RESTATE = new LoadOptions(true, DEFAULT_MAX_BAD_SHARE, DEFAULT_MAX_UNKNOWN_SHARE);

    public LoadOptions {
        requireNonNull(by, "by is null");
        requireShare("maxBadShare", maxBadShare);
        requireShare("maxUnknownShare", maxUnknownShare);
    }

    /** Asked for by the user of this process. */
    public LoadOptions(boolean restate, double maxBadShare, double maxUnknownShare) {
        this(restate, maxBadShare, maxUnknownShare, System.getProperty("user.name", "unknown"));
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is not between 0 and 1: " + share);
        }
    }
}
