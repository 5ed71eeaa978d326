package org.shapan.portal.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.ReportSchedule;

/**
 * What the editor of a schedule holds before it is checked.
 *
 * @param id null for a new schedule
 * @param parameters values by name; blank ones are left out
 * @param language zh or en
 * @param burst parameter that takes each member of its level in turn, null for none
 * @param subject of the mails, with placeholders; blank for the usual one
 * @param recipients one mail address or {@code folder:NAME} per line, optionally as {@code Name <address>}
 */
record ScheduleDraft(
        String id,
        String name,
        String templateId,
        Map<String, String> parameters,
        String language,
        List<ReportFormat> formats,
        Timing timing,
        String burst,
        String recipients,
        Manner manner,
        String subject,
        Condition condition) {
    ScheduleDraft {
        parameters = Map.copyOf(parameters);
        formats = List.copyOf(formats);
    }

    static ScheduleDraft of(ReportSchedule schedule) {
        return new ScheduleDraft(
                schedule.id(),
                schedule.name(),
                schedule.templateId(),
                schedule.parameters(),
                schedule.locale().getLanguage(),
                schedule.formats(),
                Timing.of(schedule.calendar()),
                schedule.burst(),
                lines(schedule.recipients()),
                schedule.manner(),
                schedule.subject() == null ? "" : schedule.subject(),
                schedule.condition());
    }

    static String lines(List<Recipient> recipients) {
        return recipients.stream().map(r -> r.name() + " <" + r.address() + ">").collect(Collectors.joining("\n"));
    }
}
