package org.shapan.engine.cell.segment;

/** How values of several rows become one. */
public enum Combination {
    SUM,
    MIN,
    MAX,
    /** They do not: two rows of one key are a fault of the caller. */
    NONE
}
