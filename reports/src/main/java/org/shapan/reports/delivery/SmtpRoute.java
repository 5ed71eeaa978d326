package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.shapan.reports.delivery.DeliveryException.Fate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mails by SMTP; the server is configured by {@code spring.mail.*}. A reply of the server decides what becomes of a mail
 * (RFC 5321 §4.2.1: 5xx is final, 4xx is not); where none came, the fate is open from the moment the mail was written to
 * its end, and the mail was not accepted before.
 */
public final class SmtpRoute implements MailRoute {
    private static final int FIRST_FINAL = 500;
    private static final int FIRST_REFUSAL = 400;

    /** Pauses after which a silent server counts as gone, as RFC 5321 §4.5.3.2 has them, in milliseconds. */
    private static final Properties PATIENCE = new Properties();

    static {
        PATIENCE.setProperty("mail.smtp.connectiontimeout", "30000");
        PATIENCE.setProperty("mail.smtp.writetimeout", "180000");
        PATIENCE.setProperty("mail.smtp.timeout", "600000");
    }

    private final JavaMailSenderImpl server;
    private final Session session;
    private final String host;

    /** @param server with its address, account and properties; timeouts that it does not set are those of RFC 5321 */
    public SmtpRoute(JavaMailSenderImpl server) {
        this.server = requireNonNull(server, "server is null");
        this.host = requireNonNull(server.getHost(), "host is null");
        Properties properties = new Properties();
        properties.putAll(PATIENCE);
        properties.putAll(server.getJavaMailProperties());
        this.session = Session.getInstance(properties);
    }

    @Override
    public String send(MimeMessage message) {
        String protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
        boolean accepted = false;
        try (Transport transport = session.getTransport(protocol)) {
            transport.connect(host, server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(message, message.getAllRecipients());
            accepted = true;
        } catch (AuthenticationFailedException e) {
            throw new DeliveryException(host + " refuses the account: " + e.getMessage(), Fate.TRANSIENT, e);
        } catch (MessagingException e) {
            if (!accepted) {
                throw new DeliveryException(host + ": " + words(e), fate(e, message), e);
            }
        }
        return host;
    }

    private static Fate fate(MessagingException failure, MimeMessage message) {
        int reply = reply(failure);
        if (reply >= FIRST_REFUSAL) {
            return reply >= FIRST_FINAL ? Fate.REFUSED : Fate.TRANSIENT;
        }
        return message instanceof OutgoingMail mail && !mail.isWritten() ? Fate.TRANSIENT : Fate.UNKNOWN;
    }

    /** The server's reply, the most telling one first: to an address, to the sender, to the mail; 0 when none came. */
    private static int reply(Exception failure) {
        int code =
                switch (failure) {
                    case SMTPAddressFailedException e -> e.getReturnCode();
                    case SMTPSenderFailedException e -> e.getReturnCode();
                    case SMTPSendFailedException e -> e.getReturnCode();
                    default -> 0;
                };
        int nested = failure instanceof MessagingException e && e.getNextException() != null
                ? reply(e.getNextException())
                : 0;
        return Math.max(code, nested);
    }

    private static String words(MessagingException failure) {
        Exception deepest = failure;
        while (deepest instanceof MessagingException e && e.getNextException() != null) {
            deepest = e.getNextException();
        }
        return String.valueOf(deepest.getMessage()).strip();
    }
}
