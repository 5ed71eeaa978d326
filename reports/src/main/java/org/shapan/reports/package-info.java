/**
 * JasperReports templates filled by MDX, rendering, schedules, delivery ledger and mail.
 */
package org.shapan.reports;
