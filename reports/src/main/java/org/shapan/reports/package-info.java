/**
 * Reports: JasperReports templates filled by MDX, rendered to PDF and XLSX, sent on schedules with a ledger that
 * remembers every mail.
 *
 * <p>The portal calls {@code render}, {@code schedule} and {@code delivery}; templates use {@code query}, {@code chart}
 * and {@code insight}. Data comes through olap4j only: nothing here knows the warehouse, the portal or Vaadin.
 */
package org.shapan.reports;
