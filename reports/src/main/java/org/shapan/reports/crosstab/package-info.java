/**
 * Saved pivots as reports: a result with heads on both axes, laid out on pages.
 *
 * <p>Called by {@code render}. What a pivot is and who may open it is known elsewhere: {@link
 * org.shapan.reports.crosstab.PivotSource} is the port to it. Nothing here asks the cubes.
 */
package org.shapan.reports.crosstab;
