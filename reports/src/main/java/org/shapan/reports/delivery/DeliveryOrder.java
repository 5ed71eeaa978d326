package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.reports.render.ReportFormat;

/**
 * What a schedule orders for each recipient.
 *
 * @param condition when the mail is sent at all
 * @param manner how the mail brings the documents
 * @param subject of the mail, with placeholders; null for title and scope; {@link Subject}
 * @param schedule name of the schedule, for the subject
 * @param owner login of who answers for the schedule: of whom a saved pivot must still be open; null for nobody
 */
public record DeliveryOrder(
        String templateId,
        Map<String, String> parameters,
        Locale locale,
        List<ReportFormat> formats,
        Condition condition,
        Manner manner,
        String subject,
        String schedule,
        String owner) {
    public DeliveryOrder {
        requireNonNull(templateId, "templateId is null");
        parameters = Map.copyOf(parameters);
        requireNonNull(locale, "locale is null");
        requireNonNull(condition, "condition is null");
        requireNonNull(manner, "manner is null");
        requireNonNull(schedule, "schedule is null");
        formats = List.copyOf(formats);
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("an order needs a format");
        }
    }

    /** An order of no schedule. */
    public DeliveryOrder(
            String templateId,
            Map<String, String> parameters,
            Locale locale,
            List<ReportFormat> formats,
            Condition condition,
            Manner manner,
            String owner) {
        this(templateId, parameters, locale, formats, condition, manner, null, "", owner);
    }

    /** An order that opens no saved pivot. */
    public DeliveryOrder(
            String templateId,
            Map<String, String> parameters,
            Locale locale,
            List<ReportFormat> formats,
            Condition condition,
            Manner manner) {
        this(templateId, parameters, locale, formats, condition, manner, null);
    }

    /** An order without condition, with the documents attached. */
    public DeliveryOrder(String templateId, Map<String, String> parameters, Locale locale, List<ReportFormat> formats) {
        this(templateId, parameters, locale, formats, Condition.ALWAYS, Manner.ATTACHMENT);
    }
}
