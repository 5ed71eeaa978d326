package org.shapan.engine.catalog;

/**
 * A property of a calculated member or measure.
 *
 * @param value a constant text, or null
 * @param expression MDX, or null; one of the two is given
 */
public record FormulaProperty(String name, String value, Formula expression, Place place) {}
