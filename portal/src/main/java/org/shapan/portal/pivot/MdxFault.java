package org.shapan.portal.pivot;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.Region;

/**
 * What is wrong with a statement, as the engine's typed error tells.
 *
 * @param place where in the text; null where it is not of a place
 * @param text what, with the remedy where there is one
 */
record MdxFault(Region place, String text) {
    static MdxFault of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EngineException engine) {
                String remedy = engine.remedy().map(way -> ". " + way).orElse("");
                return new MdxFault(engine.region().orElse(null), engine.what() + remedy);
            }
        }
        return new MdxFault(null, String.valueOf(failure.getMessage()));
    }
}
