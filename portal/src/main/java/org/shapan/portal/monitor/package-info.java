/**
 * Channels, halls, malicious arrears and convergence (views V30 to V33, V24, V26): figures as tiles and lists of members. Which figures a page
 * has is told by {@link org.shapan.portal.monitor.MonitorPage}; names are those of the catalog.
 */
package org.shapan.portal.monitor;
