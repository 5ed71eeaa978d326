package org.shapan.reports.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail that knows whether it was written to its end: before that, no server can have accepted it. */
final class OutgoingMail extends MimeMessage {
    private volatile boolean written;

    OutgoingMail(Session session) {
        super(session);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        written = true;
    }

    boolean isWritten() {
        return written;
    }
}
