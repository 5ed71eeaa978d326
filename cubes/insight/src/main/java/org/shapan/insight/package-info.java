/**
 * Analysis on top of cubes: what a value should have been (expectation), and how far from it is too far (red, yellow, green).
 *
 * <p>Pure functions over monthly values. {@code cube} reads the values through olap4j; the packages beside it hold the rules of one
 * subject each. Knows no screen, no report, no SQL, and neither the generator nor the warehouse.
 */
package org.shapan.insight;
