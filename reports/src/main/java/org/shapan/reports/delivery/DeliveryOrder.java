package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.reports.render.ReportFormat;

/** What a schedule orders for each recipient. */
public record DeliveryOrder(
        String templateId, Map<String, String> parameters, Locale locale, List<ReportFormat> formats) {
    public DeliveryOrder {
        requireNonNull(templateId, "templateId is null");
        parameters = Map.copyOf(parameters);
        requireNonNull(locale, "locale is null");
        formats = List.copyOf(formats);
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("an order needs a format");
        }
    }
}
