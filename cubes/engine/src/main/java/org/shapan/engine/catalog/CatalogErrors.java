package org.shapan.engine.catalog;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Errors of a catalog, always with file and place. */
public final class CatalogErrors {
    private CatalogErrors() {}

    /** What the catalog says is wrong: not the schema language, or not what the database has. */
    public static EngineException invalid(Place place, String message) {
        return invalid(place, message, null);
    }

    public static EngineException invalid(Place place, String message, Throwable cause) {
        return at(OlapErrorCode.CATALOG_INVALID, place, message, cause);
    }

    /** What the catalog says is understood, but not done. */
    public static EngineException refused(Place place, String message) {
        return at(OlapErrorCode.CATALOG_REFUSED, place, message, null);
    }

    private static EngineException at(OlapErrorCode code, Place place, String message, Throwable cause) {
        return place == null
                ? new EngineException(code, message, null, cause)
                : new EngineException(code, place.file() + ": " + message, place.region(), cause);
    }
}
