package org.shapan.portal.cli;

/** Exit codes of all commands, as every {@code --help} lists them. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int DATA_OWNED = 3;
    public static final int PORT_IN_USE = 4;
    public static final int INPUT_REFUSED = 5;

    private ExitCode() {}
}
