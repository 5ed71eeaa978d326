package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

/** A delivery that did not succeed, or of which nobody knows. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of the mail. */
    public enum Fate {
        /** Not accepted; another attempt makes sense. */
        TRANSIENT,
        /** Not accepted, and will not be. */
        REFUSED,
        /** Handed over without an answer. */
        UNKNOWN
    }

    private final Fate fate;

    DeliveryException(String message, Fate fate, Throwable cause) {
        super(message, cause);
        this.fate = requireNonNull(fate, "fate is null");
    }

    DeliveryException(String message, Fate fate) {
        this(message, fate, null);
    }

    public Fate fate() {
        return fate;
    }
}
