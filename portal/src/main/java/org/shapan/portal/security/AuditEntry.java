package org.shapan.portal.security;

import java.time.Instant;

/**
 * A line of the audit log.
 *
 * @param who account name, as typed where the sign-in was refused
 * @param address of the network it came from; {@link Audit#LOCAL} for this machine
 * @param subject what it was done to, in words; may be empty
 */
public record AuditEntry(
        long id, Instant at, String who, String address, Action action, String subject, Outcome outcome) {
    /** What is put on record. */
    public enum Action {
        SIGN_IN,
        /** Numbers of customers were shown in full. */
        UNMASK,
        EXPORT,
        /** An account, its rights or its tokens changed. */
        ACCOUNT,
        LOAD,
        /** The catalog was read anew. */
        RELOAD,
        /** Caches were emptied or a query was cancelled. */
        OPERATE,
        BACKUP
    }

    /** How it ended. */
    public enum Outcome {
        OK,
        REFUSED,
        FAILED
    }
}
