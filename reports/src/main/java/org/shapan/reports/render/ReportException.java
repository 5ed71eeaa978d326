package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import org.shapan.reports.crosstab.PivotRefusedException;

/** A report that cannot be rendered; the message says what is wrong and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Code {
        UNKNOWN_TEMPLATE,
        UNKNOWN_PARAMETER,
        MISSING_PARAMETER,
        INVALID_PARAMETER,
        UNKNOWN_MEMBER,
        /** The saved pivot was deleted, or is not shared with who asks for the report. */
        UNKNOWN_PIVOT,
        /** The saved pivot names what its reader may not see, or what is gone. */
        PIVOT_NAME,
        /** The saved pivot is larger than a report may be. */
        TOO_LARGE,
        NO_DATA,
        /** Somebody cancelled it. */
        CANCELLED,
        QUERY_FAILED,
        RENDER_FAILED
    }

    private final Code code;
    private final String parameter;

    ReportException(Code code, String parameter, String message, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
        this.parameter = parameter;
    }

    ReportException(Code code, String parameter, String message) {
        this(code, parameter, message, null);
    }

    /** Nothing has been loaded yet. */
    public static ReportException noData() {
        return new ReportException(Code.NO_DATA, null, "no data is loaded yet; reports can run after the first load");
    }

    static ReportException cancelled() {
        return new ReportException(Code.CANCELLED, null, "the report was cancelled");
    }

    /** The innermost cause speaks: JasperReports wraps a failing query several times. */
    static ReportException of(String templateId, Exception failure) {
        for (Throwable known = failure; known != null; known = known.getCause()) {
            if (known instanceof ReportException said) {
                return said;
            }
        }
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        Code code = cause instanceof SQLException ? Code.QUERY_FAILED : Code.RENDER_FAILED;
        return new ReportException(code, null, "report " + templateId + ": " + cause.getMessage(), failure);
    }

    static ReportException of(PivotRefusedException refusal) {
        Code code =
                switch (refusal.reason()) {
                    case UNKNOWN_PIVOT -> Code.UNKNOWN_PIVOT;
                    case UNKNOWN_NAME -> Code.PIVOT_NAME;
                    case TOO_LARGE -> Code.TOO_LARGE;
                };
        return new ReportException(code, refusal.subject(), refusal.getMessage(), refusal);
    }

    public Code code() {
        return code;
    }

    /** Name of the parameter at fault, of what a pivot names, or of the setting that limits it; null when the fault lies elsewhere. */
    public String parameter() {
        return parameter;
    }

    /** Whether the request is at fault: another template, parameter or member is needed. */
    public boolean isRefusal() {
        return switch (code) {
            case UNKNOWN_TEMPLATE,
                    UNKNOWN_PARAMETER,
                    MISSING_PARAMETER,
                    INVALID_PARAMETER,
                    UNKNOWN_MEMBER,
                    UNKNOWN_PIVOT,
                    PIVOT_NAME,
                    TOO_LARGE -> true;
            case NO_DATA, CANCELLED, QUERY_FAILED, RENDER_FAILED -> false;
        };
    }

    /** Whether another attempt may succeed without a change of the request. */
    public boolean isTransient() {
        return code == Code.QUERY_FAILED || code == Code.NO_DATA;
    }
}
