package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
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
import org.shapan.reports.delivery.DeliveryException.Fate;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Summary;
import org.shapan.reports.template.Texts;

/**
 * Makes the mail of a delivery. Texts from data cannot add a header: control characters are taken out of subject and
 * names, addresses are those of {@link Addresses}, file names are encoded by RFC 2231.
 */
public final class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int NOTICE_ROWS = 50;

    private final MailSettings settings;

    public MailComposer(MailSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    public MailSettings settings() {
        return settings;
    }

    /**
     * The mail in the order's manner; documents that are too large are named with the place to fetch them.
     *
     * @throws DeliveryException when the recipient's address is refused
     */
    public MimeMessage compose(Delivery delivery, Documents.Batch batch, DeliveryOrder order, Instant now) {
        Texts texts = Texts.of(delivery.templateId(), order.locale());
        RenderedReport first = batch.documents().getFirst();
        boolean tooLarge = batch.bytes() > settings.maxAttachmentBytes();
        boolean attach = !tooLarge && order.manner() != Manner.LINK;
        String key = attach ? "mail.attached" : tooLarge ? "mail.too-large" : "mail.by-link";
        String text = body(texts, first, key, batch.bytes());
        try {
            OutgoingMail message =
                    envelope(delivery.recipient(), Subject.of(order.subject(), batch.facts(), order.schedule()), now);
            message.setHeader("X-Shapan-Document", first.documentId().replaceAll("[^\\x21-\\x7e]", "_"));
            MimeMultipart parts = new MimeMultipart();
            parts.addBodyPart(
                    order.manner() == Manner.SUMMARY ? summarised(texts, first, batch.summary(), text) : text(text));
            if (attach) {
                for (RenderedReport document : batch.documents()) {
                    parts.addBodyPart(attachment(document));
                }
            }
            message.setContent(parts);
            message.saveChanges();
            message.setHeader("Message-ID", delivery.messageId());
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new DeliveryException("the mail cannot be written: " + e.getMessage(), Fate.REFUSED, e);
        }
    }

    /** Plain text for those who read nothing else, and the summary with its chart. */
    private static MimeBodyPart summarised(Texts texts, RenderedReport document, Summary summary, String text)
            throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        String[] notes = text.strip().split("\\n+");
        html.setContent(new MailSummary(texts).html(document, summary, notes), "text/html; charset=" + UTF_8);
        MimeMultipart related = new MimeMultipart("related", html);
        if (summary.chart().isPresent()) {
            MimeBodyPart image = new MimeBodyPart();
            image.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(summary.chart().get().png(), "image/png")));
            image.setContentID("<" + MailSummary.CHART + ">");
            image.setDisposition(Part.INLINE);
            related.addBodyPart(image);
        }
        MimeBodyPart shown = new MimeBodyPart();
        shown.setContent(related);
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text(text), shown));
        return both;
    }

    /** The mail that tells a schedule's owner which deliveries of a run did not arrive, and why. */
    public MimeMessage notice(Recipient owner, String schedule, List<Delivery> rows, Locale locale, Instant now) {
        Delivery first = rows.getFirst();
        Texts texts = Texts.of(first.templateId(), locale);
        StringBuilder body = new StringBuilder(
                texts.text("notice.body", schedule, first.key().plannedAt().toString(), Integer.toString(rows.size())));
        for (Delivery row : rows.subList(0, Math.min(rows.size(), NOTICE_ROWS))) {
            body.append("\n")
                    .append(texts.text(
                            "notice.row",
                            row.recipient().address(),
                            row.partCaption().orElse("—"),
                            texts.text("notice." + row.state()),
                            row.problem().orElse("")));
        }
        String link = settings.portalUrl();
        body.append("\n\n").append(texts.text(link == null ? "notice.ledger" : "mail.link", link + "/reports/ledger"));
        try {
            OutgoingMail mail = envelope(owner, texts.text("notice.subject", schedule), now);
            mail.setText(body.toString(), UTF_8);
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new DeliveryException("the notice cannot be written: " + e.getMessage(), Fate.REFUSED, e);
        }
    }

    private OutgoingMail envelope(Recipient recipient, String subject, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        OutgoingMail message = new OutgoingMail(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(settings.from(), true));
        InternetAddress to = Addresses.mailbox(recipient.address(), settings);
        to.setPersonal(Subject.line(recipient.name()), UTF_8);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(Subject.line(subject), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String body(Texts texts, RenderedReport document, String key, long size) {
        String body =
                texts.text(key, document.title(), document.scope(), Long.toString(Math.ceilDiv(size, 1024 * 1024)));
        StringBuilder links = new StringBuilder();
        if (document.link() != null) {
            links.append("\n\n").append(texts.text("mail.view", document.link()));
        }
        if (settings.portalUrl() != null) {
            links.append("\n\n").append(texts.text("mail.link", settings.portalUrl() + "/reports"));
        }
        return body + links + "\n\n" + texts.text("mail.note") + "\n";
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
}
