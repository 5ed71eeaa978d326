/**
 * The marks of reports: the reports' port to expectation and state, answered by the rooms of the boards, so that a figure has the same
 * colour on the screen and in the PDF. Reports reach it as {@link org.shapan.reports.insight.ReportInsight}; it must never know a view.
 */
package org.shapan.portal.marks;
