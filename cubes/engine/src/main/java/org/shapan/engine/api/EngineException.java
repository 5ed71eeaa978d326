package org.shapan.engine.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A failure of a query, a connection or a catalog: what kind, what happened, where, and what to do about it.
 *
 * <p>The olap4j driver turns it into an {@code OlapException} with the same message and this as its cause.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OlapErrorCode code;
    private final transient Region region;

    public EngineException(OlapErrorCode code, String message) {
        this(code, message, null, null);
    }

    public EngineException(OlapErrorCode code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    /**
     * @param message what happened, with the values, and the remedy where there is one
     * @param region where in the MDX text or the catalog file, null when there is no place
     * @param cause null when there is none
     */
    public EngineException(OlapErrorCode code, String message, Region region, Throwable cause) {
        super(region == null ? message : message + " (" + region + ")", cause);
        this.code = requireNonNull(code, "code is null");
        this.region = region;
    }

    public OlapErrorCode code() {
        return code;
    }

    public Optional<Region> region() {
        return Optional.ofNullable(region);
    }
}
