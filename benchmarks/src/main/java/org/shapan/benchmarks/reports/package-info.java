/**
 * Reports: rendering against JasperReports alone, on one core and on two, and bursts that are mailed.
 *
 * <p>{@link org.shapan.benchmarks.reports.ReportsBench} is the command. Measurements run in a JVM with the heap that is to be proved, the mail
 * server in another. The cubes are asked without the portal's expectations.
 */
package org.shapan.benchmarks.reports;
