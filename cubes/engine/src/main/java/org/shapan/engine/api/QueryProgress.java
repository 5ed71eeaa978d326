package org.shapan.engine.api;

import java.time.Duration;

/** What the query of a statement is doing: {@code statement.unwrap(QueryProgress.class)}. May be asked from any thread at any time. */
public interface QueryProgress {
    enum Stage {
        /** No query runs. */
        IDLE,
        /** All its statements wait for a place at the database. */
        WAITING,
        /** The database is at work. */
        LOADING,
        /** The engine is at work. */
        EVALUATING
    }

    Stage stage();

    /** Statements to the database that ended, of the query that runs or ran last. */
    int loads();

    /** The statement that the database began last and has not ended; null when there is none. */
    String statement();

    /** Since the start of the query that runs; zero when none does. */
    Duration elapsed();
}
