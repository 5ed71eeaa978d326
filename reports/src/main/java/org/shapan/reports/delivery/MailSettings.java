package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of report mails.
 *
 * @param from address of the sender, setting {@code shapan.mail.from}
 * @param allowedDomains domains of recipients, lower case; empty allows all; setting {@code shapan.mail.allowed-domains}
 * @param maxAttachmentBytes larger documents are not attached but named with the place to fetch them; setting {@code
 *     shapan.mail.max-attachment-bytes}, default 10 MB
 * @param portalUrl address of the portal, null when not known
 */
public record MailSettings(String from, Set<String> allowedDomains, long maxAttachmentBytes, String portalUrl) {
    public static final long DEFAULT_MAX_ATTACHMENT_BYTES = 10L * 1024 * 1024;

    public MailSettings {
        requireNonNull(from, "from is null");
        allowedDomains = allowedDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (maxAttachmentBytes <= 0) {
            throw new IllegalArgumentException("shapan.mail.max-attachment-bytes must be positive");
        }
    }

    public static MailSettings of(String from, List<String> allowedDomains) {
        return new MailSettings(from, Set.copyOf(allowedDomains), DEFAULT_MAX_ATTACHMENT_BYTES, null);
    }

    /** Domain of Message-IDs: the sender's. */
    public String messageIdDomain() {
        return from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    /** Whether mail may go to the address. */
    public boolean allows(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return allowedDomains.isEmpty() || allowedDomains.contains(domain);
    }
}
