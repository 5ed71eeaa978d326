package org.shapan.engine.catalog;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.Region;

/** MDX text of a catalog. {@code place} is where the text begins, so that errors in it can be told in terms of the file. */
public record Formula(String text, Place place) {
    /** Where in the file a fault is that was found in the text of this formula; the formula's own place when it tells none. */
    public Place placeOf(EngineException fault) {
        return fault.region()
                .map(within -> new Place(place.file(), inFile(within, place.region())))
                .orElse(place);
    }

    /** A fault in the text, told at its place in the file; {@code what} names the formula. */
    public EngineException error(String what, EngineException fault) {
        return CatalogErrors.invalid(placeOf(fault), what + ": " + fault.what(), "Correct the MDX", fault);
    }

    private static Region inFile(Region within, Region start) {
        return new Region(
                within.line() + start.line() - 1,
                within.line() == 1 ? within.column() + start.column() - 1 : within.column(),
                within.endLine() + start.line() - 1,
                within.endLine() == 1 ? within.endColumn() + start.column() - 1 : within.endColumn());
    }
}
