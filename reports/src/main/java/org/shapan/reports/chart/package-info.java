/**
 * Marks and charts of reports, drawn as vectors straight into the page: trend, bars, state marks.
 *
 * <p>Templates create them in image expressions. Colours and rules are those of the screen's light theme (style guide §7);
 * nothing here runs a query.
 */
package org.shapan.reports.chart;
