package org.shapan.engine.catalog;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Errors of a catalog, always with file and place. */
public final class CatalogErrors {
    private CatalogErrors() {}

    /** What the catalog says is wrong: not the schema language, or not what the database has. */
    public static EngineException invalid(Place place, String message) {
        return at(OlapErrorCode.CATALOG_INVALID, place, message, null, null);
    }

    /** @param remedy a sentence that says what to do; null where the message says it */
    public static EngineException invalid(Place place, String message, String remedy) {
        return at(OlapErrorCode.CATALOG_INVALID, place, message, remedy, null);
    }

    public static EngineException invalid(Place place, String message, Throwable cause) {
        return invalid(place, message, null, cause);
    }

    /** @param remedy a sentence that says what to do; null where the message says it */
    public static EngineException invalid(Place place, String message, String remedy, Throwable cause) {
        return at(OlapErrorCode.CATALOG_INVALID, place, message, remedy, cause);
    }

    /** What the catalog says is understood, but not done. */
    public static EngineException refused(Place place, String message) {
        return at(OlapErrorCode.CATALOG_REFUSED, place, message, null, null);
    }

    private static EngineException at(OlapErrorCode code, Place place, String message, String remedy, Throwable cause) {
        return place == null
                ? new EngineException(code, remedy == null ? message : message + ". " + remedy, cause)
                : EngineException.inFile(code, place.file(), place.region(), message, remedy, cause);
    }
}
