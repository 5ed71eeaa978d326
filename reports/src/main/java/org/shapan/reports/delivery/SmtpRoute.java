package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails by SMTP; the server is configured by {@code spring.mail.*}. */
public final class SmtpRoute implements MailRoute {
    private static final Pattern PERMANENT = Pattern.compile("(?m)(?:^|[^0-9])(5[0-9][0-9])[ -]");

    private final JavaMailSender sender;
    private final String host;

    public SmtpRoute(JavaMailSender sender, String host) {
        this.sender = requireNonNull(sender, "sender is null");
        this.host = requireNonNull(host, "host is null");
    }

    @Override
    public String send(MimeMessage message) {
        try {
            sender.send(message);
            return host;
        } catch (MailException e) {
            Exception cause = reason(e);
            throw new DeliveryException(host + ": " + cause.getMessage(), !isPermanent(cause), e);
        }
    }

    /** The server's own words: Spring keeps them beside the message they belong to. */
    private static Exception reason(MailException e) {
        if (e instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            Exception reason = send.getMessageExceptions()[0];
            return reason instanceof SendFailedException failed && failed.getNextException() != null
                    ? failed.getNextException()
                    : reason;
        }
        return e.getMostSpecificCause() instanceof Exception cause ? cause : e;
    }

    /** A reply 5xx is final (RFC 5321 §4.2.1); 4xx and broken connections are not. */
    private static boolean isPermanent(Exception reason) {
        Matcher code = PERMANENT.matcher(String.valueOf(reason.getMessage()));
        return code.find();
    }
}
