package org.shapan.engine.catalog;

/** A named set of a cube or of the catalog. */
public record NamedSetDefinition(String name, Formula formula, Presentation presentation, Place place) {}
