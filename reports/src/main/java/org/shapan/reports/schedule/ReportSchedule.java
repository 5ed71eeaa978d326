package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;

/**
 * A schedule: template, parameters, calendar, recipients.
 *
 * @param id stable id, part of every delivery's key
 * @param name as its owner calls it
 * @param owner login of who made it
 */
public record ReportSchedule(
        String id,
        String name,
        String templateId,
        Map<String, String> parameters,
        Locale locale,
        List<ReportFormat> formats,
        Calendar calendar,
        List<Recipient> recipients,
        boolean paused,
        String owner,
        Instant createdAt) {
    public ReportSchedule {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(templateId, "templateId is null");
        parameters = Map.copyOf(parameters);
        requireNonNull(locale, "locale is null");
        formats = List.copyOf(formats);
        requireNonNull(calendar, "calendar is null");
        recipients = List.copyOf(recipients);
        requireNonNull(owner, "owner is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** What it orders for each recipient. */
    public DeliveryOrder order() {
        return new DeliveryOrder(templateId, parameters, locale, formats);
    }

    /** The same schedule, paused or running. */
    ReportSchedule withPaused(boolean nowPaused) {
        return new ReportSchedule(
                id, name, templateId, parameters, locale, formats, calendar, recipients, nowPaused, owner, createdAt);
    }
}
