package org.shapan.engine.olap4j;

import org.olap4j.OlapException;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Turns the engine's errors into olap4j's: same message, the code as SQL state, the engine's error as cause. */
public final class OlapErrors {
    private OlapErrors() {}

    public static OlapException of(EngineException e) {
        return new OlapException(e.getMessage(), e.code().name(), e);
    }

    static OlapException of(OlapErrorCode code, String message) {
        return of(new EngineException(code, message));
    }
}
