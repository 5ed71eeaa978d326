package org.shapan.engine.catalog;

import org.shapan.engine.api.Region;

/**
 * Where something stands in a catalog.
 *
 * @param file name of the file as it was given to the reader
 * @param region within the file
 */
public record Place(String file, Region region) {
    @Override
    public String toString() {
        return file + ", " + region;
    }
}
