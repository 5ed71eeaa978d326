package org.shapan.engine.sql;

import java.time.Duration;
import java.util.List;

/** Told of every statement after it ended; must be quick and must not throw. */
@FunctionalInterface
public interface SqlListener {
    void ended(Event event);

    /**
     * A statement that ended.
     *
     * @param rows -1 when not known
     * @param waited in the queue before the statement started
     * @param took from start of the statement to the last row read
     * @param failure null when the statement succeeded
     */
    record Event(
            String sql,
            List<Object> parameters,
            String user,
            long rows,
            Duration waited,
            Duration took,
            RuntimeException failure) {}
}
