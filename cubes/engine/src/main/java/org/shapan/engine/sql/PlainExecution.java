package org.shapan.engine.sql;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Never cancelled but by an interrupt: for loading and checking a catalog, and for tests.
 *
 * @param deadline null for no time limit
 */
record PlainExecution(String user, Instant deadline) implements QueryExecution {
    static final QueryExecution CATALOG = new PlainExecution("catalog", null);

    PlainExecution {
        requireNonNull(user, "user is null");
    }

    @Override
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw Admission.interrupted();
        }
        if (deadline != null && Instant.now().isAfter(deadline)) {
            throw new EngineException(OlapErrorCode.TIMEOUT, "The time for it is over");
        }
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return () -> {};
    }
}
