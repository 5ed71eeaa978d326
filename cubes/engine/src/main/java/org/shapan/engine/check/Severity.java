package org.shapan.engine.check;

/** How bad a finding is. */
public enum Severity {
    /** A part of the catalog cannot be used, or numbers come out wrong. */
    ERROR,
    /** The catalog works; some members or rows do not show up as its author will expect. */
    WARNING,
    /** Nothing is wrong; it could be better. */
    HINT
}
