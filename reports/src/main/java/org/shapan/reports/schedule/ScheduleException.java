package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

/** A schedule that cannot be kept; reason and part are for a screen in the reader's language, the message for logs. */
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        NAME,
        UNKNOWN_SCHEDULE,
        UNKNOWN_TEMPLATE,
        UNKNOWN_PARAMETER,
        MISSING_PARAMETER,
        LONG_PARAMETER,
        NO_FORMAT,
        BURST,
        CONDITION,
        RECIPIENT_COUNT,
        RECIPIENT_ADDRESS,
        RECIPIENT_TWICE,
        /** Folders of the server are not for everybody. */
        FOLDER,
        /** The person has as many active schedules as he may. */
        TOO_MANY,
        /** The subject names what there is not, is too long, or has more than one line. */
        SUBJECT,
        /** Who answers for the schedule may not open the saved pivot. */
        PIVOT_OWNER,
        CALENDAR_NAME,
        CALENDAR_LINE,
        /** A schedule keeps to the calendar. */
        CALENDAR_USED,
        UNKNOWN_CALENDAR,
        /** Calendars are named, but a firing on their days off happens all the same. */
        CALENDAR_RULE
    }

    private final Reason reason;
    private final String field;

    public ScheduleException(Reason reason, String field, String message) {
        super(message);
        this.reason = requireNonNull(reason, "reason is null");
        this.field = requireNonNull(field, "field is null");
    }

    public Reason reason() {
        return reason;
    }

    /** What is at fault: a parameter's name, an address, a template's id, the limit that is reached, else the part: id, name, formats, recipients. */
    public String field() {
        return field;
    }
}
