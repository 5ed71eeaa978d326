package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

/** A report that cannot be rendered; the message says what is wrong and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Code {
        UNKNOWN_TEMPLATE,
        UNKNOWN_PARAMETER,
        MISSING_PARAMETER,
        INVALID_PARAMETER,
        UNKNOWN_MEMBER,
        NO_DATA,
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

    public Code code() {
        return code;
    }

    /** Name of the parameter at fault, null when the fault lies elsewhere. */
    public String parameter() {
        return parameter;
    }

    /** Whether the request is at fault: another template, parameter or member is needed. */
    public boolean isRefusal() {
        return switch (code) {
            case UNKNOWN_TEMPLATE, UNKNOWN_PARAMETER, MISSING_PARAMETER, INVALID_PARAMETER, UNKNOWN_MEMBER -> true;
            case NO_DATA, QUERY_FAILED, RENDER_FAILED -> false;
        };
    }

    /** Whether another attempt may succeed without a change of the request. */
    public boolean isTransient() {
        return code == Code.QUERY_FAILED || code == Code.NO_DATA;
    }
}
