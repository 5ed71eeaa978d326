package org.shapan.engine.sql;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Never cancelled, no time limit: for loading a catalog, and for tests. */
record UnboundedExecution(String user) implements QueryExecution {
    static final QueryExecution CATALOG = new UnboundedExecution("catalog");

    UnboundedExecution {
        requireNonNull(user, "user is null");
    }

    @Override
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw Admission.interrupted();
        }
    }

    @Override
    public Instant deadline() {
        return null;
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return () -> {};
    }
}
