package org.shapan.reports.crosstab;

import static java.util.Objects.requireNonNull;

/** A saved pivot that cannot be made a report of. */
public final class PivotRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It was deleted, or is not shared with who asks for it (any more): the two look alike. */
        UNKNOWN_PIVOT,
        /** It names a cube, level or member that its reader may not see, or that is gone. */
        UNKNOWN_NAME,
        /** It has more rows, columns or pages than a report may have. */
        TOO_LARGE
    }

    private final Reason reason;
    private final String subject;

    /** @param subject id of the pivot, the name, or the setting that limits it */
    public PivotRefusedException(Reason reason, String subject, String message) {
        super(message);
        this.reason = requireNonNull(reason, "reason is null");
        this.subject = requireNonNull(subject, "subject is null");
    }

    public Reason reason() {
        return reason;
    }

    public String subject() {
        return subject;
    }
}
