package org.shapan.engine;

import java.time.Instant;
import org.shapan.engine.olap4j.CancelSignal;

/**
 * A statement under way.
 *
 * @param id unique in its server
 * @param user who asked; may be null
 * @param signal ends it
 */
public record RunningStatement(long id, String catalog, String user, String mdx, Instant started, CancelSignal signal) {
    /** Ends it as its own user would; does nothing when it has ended. */
    public void cancel() {
        signal.cancel();
    }
}
