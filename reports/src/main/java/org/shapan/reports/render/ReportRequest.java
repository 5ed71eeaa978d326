package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;

/**
 * One document to render.
 *
 * @param parameters values as a reader writes them: a member by unique name, name or caption; a month as 2010-03 or 201003
 * @param locale language of the document; Chinese unless English
 * @param recipient name and post printed in the footer, null for none
 * @param asker login of whose saved pivots may be opened: the owner of a schedule, or who reads at the screen; null for nobody
 */
public record ReportRequest(
        String templateId,
        Map<String, String> parameters,
        Locale locale,
        ReportFormat format,
        String recipient,
        String asker) {
    public ReportRequest {
        requireNonNull(templateId, "templateId is null");
        parameters = Map.copyOf(parameters);
        requireNonNull(locale, "locale is null");
        requireNonNull(format, "format is null");
    }

    public ReportRequest(
            String templateId, Map<String, String> parameters, Locale locale, ReportFormat format, String recipient) {
        this(templateId, parameters, locale, format, recipient, null);
    }

    public ReportRequest(String templateId, Map<String, String> parameters, Locale locale, ReportFormat format) {
        this(templateId, parameters, locale, format, null, null);
    }
}
