/**
 * Rendering: a template, parameters and a connection become a PDF or XLSX document.
 *
 * <p>{@link org.shapan.reports.render.ReportRenderer} is the way in, for the portal, the command line and schedules. The
 * connection decides what may be seen: rendering never adds a right.
 */
package org.shapan.reports.render;
