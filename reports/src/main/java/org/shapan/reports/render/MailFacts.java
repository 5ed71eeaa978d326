package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

/**
 * What the subject of a mail may say of a report.
 *
 * @param scope area and period in one line
 * @param period such as 2010年3月; empty where the report has none
 * @param area members that it is about besides the period; empty where there are none
 */
public record MailFacts(String title, String scope, String period, String area) {
    public MailFacts {
        requireNonNull(title, "title is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(period, "period is null");
        requireNonNull(area, "area is null");
    }
}
