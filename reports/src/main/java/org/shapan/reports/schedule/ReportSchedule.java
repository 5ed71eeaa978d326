package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;

/**
 * A schedule: template, parameters, calendar, recipients.
 *
 * @param id stable id, part of every delivery's key
 * @param name as its owner calls it
 * @param burst name of the parameter that takes each member of its level in turn, sent to those who answer for it; null
 *     for one report to all
 * @param condition looked at for each recipient on his own
 * @param manner how mails bring the documents
 * @param subject of the mails, with placeholders; null for title and scope of the report
 * @param recipients who gets it; in a burst those who stand in for vacant posts; with whose rights is decided when it fires
 * @param owner login of who answers for it and is told of its failures
 */
public record ReportSchedule(
        String id,
        String name,
        String templateId,
        Map<String, String> parameters,
        Locale locale,
        List<ReportFormat> formats,
        Calendar calendar,
        String burst,
        Condition condition,
        Manner manner,
        String subject,
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
        requireNonNull(condition, "condition is null");
        requireNonNull(manner, "manner is null");
        recipients = List.copyOf(recipients);
        requireNonNull(owner, "owner is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** A schedule whose mails have the usual subject. */
    public ReportSchedule(
            String id,
            String name,
            String templateId,
            Map<String, String> parameters,
            Locale locale,
            List<ReportFormat> formats,
            Calendar calendar,
            String burst,
            Condition condition,
            Manner manner,
            List<Recipient> recipients,
            boolean paused,
            String owner,
            Instant createdAt) {
        this(
                id,
                name,
                templateId,
                parameters,
                locale,
                formats,
                calendar,
                burst,
                condition,
                manner,
                null,
                recipients,
                paused,
                owner,
                createdAt);
    }

    /** A schedule of one report for all, sent every time with its documents attached. */
    public ReportSchedule(
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
        this(
                id,
                name,
                templateId,
                parameters,
                locale,
                formats,
                calendar,
                null,
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                recipients,
                paused,
                owner,
                createdAt);
    }

    /**
     * What it orders for a part.
     *
     * @param part unique name of the burst's member, empty without a burst
     */
    public DeliveryOrder order(String part) {
        Map<String, String> all = new HashMap<>(parameters);
        if (burst != null && !part.isEmpty()) {
            all.put(burst, part);
        }
        return new DeliveryOrder(templateId, all, locale, formats, condition, manner, subject, name, owner);
    }
}
