/**
 * Delivery: the ledger with one row per schedule, planned time and recipient, the mail, and the way it leaves the house.
 *
 * <p>Called by {@code schedule} and read by the portal. A row reaches one terminal state; a crash at any point neither loses
 * nor doubles a mail, except between SMTP's acceptance and our note of it, where the stable Message-ID lets the
 * receiver drop the double.
 */
package org.shapan.reports.delivery;
