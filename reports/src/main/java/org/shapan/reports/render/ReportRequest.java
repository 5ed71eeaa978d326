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
 */
public record ReportRequest(
        String templateId, Map<String, String> parameters, Locale locale, ReportFormat format, String recipient) {
    public ReportRequest {
        requireNonNull(templateId, "templateId is null");
        parameters = Map.copyOf(parameters);
        requireNonNull(locale, "locale is null");
        requireNonNull(format, "format is null");
    }

    public ReportRequest(String templateId, Map<String, String> parameters, Locale locale, ReportFormat format) {
        this(templateId, parameters, locale, format, null);
    }
}
