package org.shapan.engine.sql;

import java.time.Instant;

/**
 * The running query as the layers below see it: who cancels it, until when it may run, and what it may use.
 *
 * <p>Every loop that can be long calls {@link #check()} now and then; every statement is registered so that cancel reaches it.
 */
public interface QueryExecution {
    /**
     * @throws org.shapan.engine.api.EngineException CANCELLED or TIMEOUT
     */
    void check();

    /** Null when there is no limit. */
    Instant deadline();

    /** Name for the fair queue; never null, never used as part of a cache key. */
    String user();

    /** Registers what must happen on cancel; close the returned handle when it is no longer needed. */
    AutoCloseable onCancel(Runnable action);
}
