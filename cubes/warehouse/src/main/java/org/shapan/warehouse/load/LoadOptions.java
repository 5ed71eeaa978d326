package org.shapan.warehouse.load;

/**
 * How a delivery is to be loaded.
 *
 * @param restate whether months that are closed may be delivered again; else such a delivery is refused
 */
public record LoadOptions(boolean restate) {

    /** Closed months stay as they are. */
    public static final LoadOptions DEFAULT = new LoadOptions(false);

    /** Months may be delivered again. */
    public static final LoadOptions RESTATE = new LoadOptions(true);
}
