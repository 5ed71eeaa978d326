package org.shapan.engine.catalog;

/**
 * Bounds of what the reader accepts, so that a hostile file costs no more than an error.
 *
 * @param characters of one file ({@code catalog.maxCharacters})
 * @param depth of nested elements ({@code catalog.maxDepth})
 * @param elements of one file ({@code catalog.maxElements})
 * @param includes files of one catalog ({@code catalog.maxIncludes})
 */
public record CatalogLimits(int characters, int depth, int elements, int includes) {
    public static final CatalogLimits DEFAULTS = new CatalogLimits(20_000_000, 64, 500_000, 100);
}
