/**
 * Analysis on top of cubes: what a value should have been (expectation), and how far from it is too far (red, yellow, green).
 *
 * <p>Pure functions over monthly values: callers read the values from cubes. Knows no screen, no report and no SQL.
 */
package org.shapan.insight;
