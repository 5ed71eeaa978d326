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
    private final String file;
    private final String what;
    private final String remedy;

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
        this(code, null, region, message, null, cause);
    }

    private EngineException(
            OlapErrorCode code, String file, Region region, String what, String remedy, Throwable cause) {
        super(text(file, region, what, remedy), cause);
        this.code = requireNonNull(code, "code is null");
        this.region = region;
        this.file = file;
        this.what = what;
        this.remedy = remedy;
    }

    /**
     * A fault at a place in a file.
     *
     * @param what what is wrong, with the values
     * @param remedy a sentence that says what to do, null where {@code what} says it
     * @param cause null when there is none
     */
    public static EngineException inFile(
            OlapErrorCode code, String file, Region region, String what, String remedy, Throwable cause) {
        return new EngineException(code, requireNonNull(file, "file is null"), region, what, remedy, cause);
    }

    private static String text(String file, Region region, String what, String remedy) {
        return (file == null ? "" : file + ": ")
                + what
                + (remedy == null ? "" : ". " + remedy)
                + (region == null ? "" : " (" + region + ")");
    }

    public OlapErrorCode code() {
        return code;
    }

    public Optional<Region> region() {
        return Optional.ofNullable(region);
    }

    /** Name of the file that {@link #region} is of; empty where the place is in a query or there is none. */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** The message without file, place and remedy. */
    public String what() {
        return what;
    }

    /** What to do about it, where that is told apart from {@link #what}. */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }
}
