package org.shapan.reports.delivery;

/** A delivery that did not succeed; {@link #isTransient} says whether another attempt makes sense. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    DeliveryException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    DeliveryException(String message, boolean retryable) {
        this(message, retryable, null);
    }

    public boolean isTransient() {
        return retryable;
    }
}
