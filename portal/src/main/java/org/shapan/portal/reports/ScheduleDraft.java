package org.shapan.portal.reports;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.shapan.reports.render.ReportFormat;

/**
 * What the editor of a schedule holds before it is checked.
 *
 * @param id null for a new schedule
 * @param parameters values by name; blank ones are left out
 * @param language zh or en
 * @param day day of month (0 for the last) or of week (1 is Monday); unused for daily and cron
 * @param cron used by {@link Rhythm#CRON} only
 * @param recipients one mail address per line, optionally as {@code Name <address>}
 */
record ScheduleDraft(
        String id,
        String name,
        String templateId,
        Map<String, String> parameters,
        String language,
        List<ReportFormat> formats,
        Rhythm rhythm,
        int day,
        LocalTime time,
        String cron,
        String recipients) {
    enum Rhythm {
        DAILY,
        WEEKLY,
        MONTHLY,
        CRON
    }

    ScheduleDraft {
        parameters = Map.copyOf(parameters);
        formats = List.copyOf(formats);
    }
}
