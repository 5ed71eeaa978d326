package org.shapan.portal.backup;

/** A file is no backup, or a directory cannot take one; nothing has changed. The message names the remedy. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
