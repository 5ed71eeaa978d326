package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * Settings of rendering.
 *
 * @param zone time zone of run times and plans, setting {@code shapan.reports.zone}
 * @param portalUrl address of the portal for links back, without a slash at its end; null for no links; setting
 *     {@code shapan.reports.portal-url}
 */
public record ReportSettings(ZoneId zone, String portalUrl) {
    public ReportSettings {
        requireNonNull(zone, "zone is null");
    }
}
