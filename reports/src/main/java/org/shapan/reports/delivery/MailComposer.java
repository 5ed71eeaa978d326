package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.template.Texts;

/**
 * Makes the mail of a delivery. Texts from data cannot add a header: control characters are taken out of subject and
 * names, addresses are parsed strictly, file names are encoded by RFC 2231.
 */
public final class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int SUBJECT_LENGTH = 200;

    private final MailSettings settings;

    public MailComposer(MailSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    public MailSettings settings() {
        return settings;
    }

    /**
     * Checks that a mail may go to an address.
     *
     * @throws DeliveryException when it is no address or its domain is not allowed
     */
    public InternetAddress check(String address) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            if (!address.contains("@") || address.chars().anyMatch(Character::isISOControl)) {
                throw new AddressException("an address has the form name@domain", address);
            }
            if (!settings.allows(parsed.getAddress())) {
                throw new DeliveryException(
                        "mail to " + address + " is not allowed; allowed domains (shapan.mail.allowed-domains) are "
                                + settings.allowedDomains(),
                        false);
            }
            return parsed;
        } catch (AddressException e) {
            throw new DeliveryException("\"" + address + "\" is not a mail address: " + e.getMessage(), false, e);
        }
    }

    /**
     * The mail with its documents attached, or named where they are too large.
     *
     * @throws DeliveryException when the recipient's address is refused
     */
    public MimeMessage compose(Delivery delivery, List<RenderedReport> documents, Locale locale, Instant now) {
        InternetAddress to = check(delivery.recipient().address());
        Texts texts = Texts.of(delivery.templateId(), locale);
        RenderedReport first = documents.getFirst();
        long size = documents.stream().mapToLong(d -> d.content().length).sum();
        boolean attach = size <= settings.maxAttachmentBytes();
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(settings.from(), true));
            to.setPersonal(header(delivery.recipient().name(), SUBJECT_LENGTH), UTF_8);
            message.setRecipient(Message.RecipientType.TO, to);
            message.setSubject(header(first.title() + " " + first.scope(), SUBJECT_LENGTH), UTF_8);
            message.setSentDate(Date.from(now));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Shapan-Document", first.documentId().replaceAll("[^\\x21-\\x7e]", "_"));
            MimeMultipart parts = new MimeMultipart();
            parts.addBodyPart(text(body(texts, first, attach, size)));
            if (attach) {
                for (RenderedReport document : documents) {
                    parts.addBodyPart(attachment(document));
                }
            }
            message.setContent(parts);
            message.saveChanges();
            message.setHeader("Message-ID", delivery.messageId());
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new DeliveryException("the mail cannot be written: " + e.getMessage(), false, e);
        }
    }

    private String body(Texts texts, RenderedReport document, boolean attach, long size) {
        String body = texts.text(
                attach ? "mail.attached" : "mail.too-large",
                document.title(),
                document.scope(),
                Long.toString(Math.ceilDiv(size, 1024 * 1024)));
        String link = settings.portalUrl();
        return body + (link == null ? "" : "\n\n" + texts.text("mail.link", link + "/reports")) + "\n\n"
                + texts.text("mail.note") + "\n";
    }

    private static MimeBodyPart text(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8);
        return part;
    }

    private static MimeBodyPart attachment(RenderedReport document) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(document.content(), document.format().mediaType())));
        ParameterList names = new ParameterList();
        names.set("filename", document.fileName(), UTF_8);
        part.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, names).toString());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** One line without control characters, cut to a length. */
    private static String header(String text, int length) {
        String line = text.replaceAll("\\p{Cntrl}", " ")
                .replace('\u2028', ' ')
                .replace('\u2029', ' ')
                .strip();
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }
}
