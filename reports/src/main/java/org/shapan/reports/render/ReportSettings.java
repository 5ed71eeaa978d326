package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import org.shapan.reports.crosstab.CrossTabLimits;

/**
 * Settings of rendering.
 *
 * @param zone time zone of run times and plans, setting {@code shapan.reports.zone}
 * @param portalUrl address of the portal for links back, without a slash at its end; null for no links; setting
 *     {@code shapan.reports.portal-url}
 * @param pivotLimits how large a report of a saved pivot may be
 */
public record ReportSettings(ZoneId zone, String portalUrl, CrossTabLimits pivotLimits) {
    public ReportSettings {
        requireNonNull(zone, "zone is null");
        requireNonNull(pivotLimits, "pivotLimits is null");
    }

    /** With the usual limits. */
    public ReportSettings(ZoneId zone, String portalUrl) {
        this(zone, portalUrl, CrossTabLimits.DEFAULT);
    }
}
