package org.shapan.engine.sql;

/** What becomes of a statement to the database, in this order. */
public enum StatementStage {
    /** Stands in the line for a place. */
    WAITING,
    RUNNING,
    ENDED
}
