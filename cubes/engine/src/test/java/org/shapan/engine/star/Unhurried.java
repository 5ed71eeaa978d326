package org.shapan.engine.star;

import java.time.Instant;
import org.shapan.engine.sql.QueryExecution;

/** A query that nobody cancels and that has no time limit. */
public enum Unhurried implements QueryExecution {
    EXECUTION;

    @Override
    public void check() {
        // nothing can have happened
    }

    @Override
    public Instant deadline() {
        return null;
    }

    @Override
    public String user() {
        return "test";
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return () -> {};
    }
}
