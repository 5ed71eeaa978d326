package org.shapan.engine.olap4j;

/** Version of the driver and of the server behind it: they are one program. */
public final class DriverVersion {
    public static final int MAJOR = 0;
    public static final int MINOR = 1;

    static final String TEXT = MAJOR + "." + MINOR;

    private DriverVersion() {}
}
