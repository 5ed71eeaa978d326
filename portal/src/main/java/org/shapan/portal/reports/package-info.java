/**
 * Reports in the portal: the report centre (schedules, history, templates), the delivery ledger, and the wiring of the room
 * {@code org.shapan.reports}: accounts as recipients, cubes under a recipient's role, mail from the settings.
 *
 * <p>{@link org.shapan.portal.reports.ReportCentre} is the presenter; views hold no logic. It must never know how a report is
 * drawn.
 */
package org.shapan.portal.reports;
