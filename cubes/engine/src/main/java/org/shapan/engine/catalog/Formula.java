package org.shapan.engine.catalog;

/** MDX text of a catalog. {@code place} is where the text begins, so that errors in it can be told in terms of the file. */
public record Formula(String text, Place place) {}
