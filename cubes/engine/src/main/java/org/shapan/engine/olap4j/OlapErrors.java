package org.shapan.engine.olap4j;

import org.olap4j.OlapException;
import org.shapan.engine.api.EngineException;

/** Turns the engine's errors into olap4j's: same message, the code as SQL state, the engine's error as cause. */
final class OlapErrors {
    private OlapErrors() {}

    static OlapException of(EngineException e) {
        return new OlapException(e.getMessage(), e.code().name(), e);
    }
}
