package org.shapan.portal.reports;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of report mails; docs/reports.md. The server itself is set by {@code spring.mail.*}. */
@ConfigurationProperties("shapan.mail")
record MailProperties(
        @DefaultValue("shapan@localhost.localdomain") String from,
        @DefaultValue({}) List<String> allowedDomains,
        @DefaultValue("10485760") long maxAttachmentBytes) {}
