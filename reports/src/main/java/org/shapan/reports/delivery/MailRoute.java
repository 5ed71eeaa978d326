package org.shapan.reports.delivery;

import jakarta.mail.internet.MimeMessage;

/** How mails leave: by SMTP, or as files where no server is configured. */
@FunctionalInterface
public interface MailRoute {
    /**
     * Hands the mail over.
     *
     * @return to where, for the ledger
     * @throws DeliveryException when it was not accepted, or its fate is not known
     */
    String send(MimeMessage message);

    /** Whether handing the same mail over twice leaves one, so that a send which was cut off may simply be repeated. */
    default boolean isRepeatable() {
        return false;
    }
}
