package org.shapan.portal.pivot;

/** A result that is no longer there and cannot be read again as it was: the data changed, or the cubes failed. */
public final class ResultGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ResultGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
