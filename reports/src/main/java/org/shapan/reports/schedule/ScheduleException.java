package org.shapan.reports.schedule;

/** A schedule that cannot be kept; the message says which part is wrong. */
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    ScheduleException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Part at fault: name, template, a parameter's name, formats, recipients. */
    public String field() {
        return field;
    }
}
