package org.shapan.engine.conformance;

import java.time.Instant;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.sql.QueryExecution;

/** Ends a case that takes too long. */
final class Patience implements QueryExecution {
    private static final int SECONDS = 60;

    private final Instant deadline = Instant.now().plusSeconds(SECONDS);

    @Override
    public void check() {
        if (Instant.now().isAfter(deadline)) {
            throw new EngineException(OlapErrorCode.TIMEOUT, "longer than " + SECONDS + " s");
        }
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public String user() {
        return "conformance";
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return () -> {};
    }
}
