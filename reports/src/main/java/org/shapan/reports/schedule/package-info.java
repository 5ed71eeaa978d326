/**
 * Schedules: what is sent to whom and when, kept in the database and fired by db-scheduler.
 *
 * <p>{@link org.shapan.reports.schedule.ReportScheduler} is the way in. A firing plans ledger rows and nothing else; each row
 * is then delivered on its own, so one recipient's failure never stops another's mail.
 */
package org.shapan.reports.schedule;
