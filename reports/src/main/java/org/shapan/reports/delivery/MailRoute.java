package org.shapan.reports.delivery;

import jakarta.mail.internet.MimeMessage;

/** How mails leave: by SMTP, or as files where no server is configured. */
@FunctionalInterface
public interface MailRoute {
    /**
     * Hands the mail over.
     *
     * @return to where, for the ledger
     * @throws DeliveryException when it was not accepted
     */
    String send(MimeMessage message);
}
