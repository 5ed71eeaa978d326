package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

/** A DATA directory or its database cannot be used. The message is one sentence for a person; {@link #remedy()} says what to do. */
public final class DataDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** Another process, or this one, holds the directory. */
        OWNED,
        /** The path is a file, cannot be created or may not be written. */
        NOT_USABLE,
        /** The warehouse file is damaged, of another format or cannot be opened. */
        DATABASE
    }

    private final Code code;
    private final String remedy;

    DataDirectoryException(Code code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
    }

    /** What is wrong, for programs. */
    public Code code() {
        return code;
    }

    /** What a person can do about it, one sentence. */
    public String remedy() {
        return remedy;
    }
}
