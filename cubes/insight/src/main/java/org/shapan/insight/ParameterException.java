package org.shapan.insight;

/** A file of parameters that cannot be used: what is wrong, at which parameter, and what to do. */
public final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Code {
        /** The file cannot be read. */
        UNREADABLE,
        /** It is made for another version of the rules, or says none. */
        VERSION,
        /** No rule knows the parameter. */
        UNKNOWN,
        /** It is not as many finite numbers as needed, or its limits stand in the wrong order. */
        VALUE
    }

    private final Code code;
    private final String parameter;

    ParameterException(Code code, String file, String parameter, String problem, String remedy) {
        super(file + (parameter.isEmpty() ? "" : ", " + parameter) + ": " + problem + ". " + remedy);
        this.code = code;
        this.parameter = parameter;
    }

    public Code code() {
        return code;
    }

    /** Empty where the fault is not that of one parameter. */
    public String parameter() {
        return parameter;
    }
}
