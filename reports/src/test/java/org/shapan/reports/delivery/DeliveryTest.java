package org.shapan.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.TickingClock;
import org.shapan.reports.delivery.DeliveryEvent.Kind;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.Summary;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DeliveryTest {
    private static final Recipient HE = new Recipient("he@branch.example", "何建平，分公司经理", "he");
    private static final DeliveryOrder ORDER =
            new DeliveryOrder("R03", Map.of("branch", "香洲"), Locale.SIMPLIFIED_CHINESE, List.of(ReportFormat.PDF));
    private static final Instant PLANNED = Instant.parse("2010-04-05T23:30:00Z");

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock(PLANNED);
    private final DeliveryLedger ledger = new DeliveryLedger(ReportsDatabase.create(), clock);
    private final List<String> rendered = new ArrayList<>();
    private Reading reading = new Reading(9, 0, 0, "nothing red");
    private MailSettings settings = MailSettings.of("shapan@operator.example", List.of());

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});

    @BeforeEach
    void openMailbox() {
        server.start();
        server.setUser("he@branch.example", "he", "secret");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void theMailArrivesWithItsDocument() throws Exception {
        Delivery planned = plan(PLANNED);

        Optional<Duration> again = desk(smtp()).attempt(planned.id(), ORDER);

        assertThat(again).isEmpty();
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("片区化管理分公司报告 香洲　2010年3月");
        assertThat(mail.getMessageID()).isEqualTo(planned.messageId());
        BodyPart attachment = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(attachment.getFileName()).isEqualTo("R03-201003-香洲.pdf");
        assertThat(attachment.getInputStream().readAllBytes())
                .isEqualTo(document(ReportFormat.PDF).content());
        Delivery sent = ledger.find(planned.id()).orElseThrow();
        assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
        assertThat(sent.documentId()).contains("R03-201003-香洲");
        assertThat(sent.dataVersion()).contains(214L);
        assertThat(ledger.events(planned.id()))
                .extracting(DeliveryEvent::kind)
                .containsExactly(Kind.PLANNED, Kind.STARTED, Kind.RENDERED, Kind.SENT);
    }

    @Test
    void theFileNameIsEncodedAsRfc2231Says() throws Exception {
        desk(smtp()).attempt(plan(PLANNED).id(), ORDER);

        BodyPart attachment = ((MimeMultipart) onlyMail().getContent()).getBodyPart(1);
        assertThat(attachment.getHeader("Content-Disposition")[0])
                .contains("filename*=UTF-8''R03-201003-%E9%A6%99%E6%B4%B2.pdf");
    }

    @Test
    void theSamePlannedTimeIsOneRowAndOneMail() throws Exception {
        Delivery first = plan(PLANNED);
        Delivery second = plan(PLANNED);
        DeliveryDesk desk = desk(smtp());

        desk.attempt(first.id(), ORDER);
        desk.attempt(second.id(), ORDER);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(ledger.search().page(LedgerFilter.ALL, 0, 10)).hasSize(1);
        assertThat(inbox()).hasSize(1);
        assertThat(rendered).hasSize(1);
    }

    @Test
    void aCrashWhileRenderingLosesAndDoublesNothing() throws Exception {
        Delivery planned = plan(PLANNED);
        ledger.start(planned.id(), false);
        assertThat(ledger.open()).extracting(Delivery::state).containsExactly(DeliveryState.RENDERING);

        desk(smtp()).attempt(planned.id(), ORDER);

        assertThat(inbox()).hasSize(1);
        assertThat(ledger.search().page(LedgerFilter.ALL, 0, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.state()).isEqualTo(DeliveryState.SENT);
                    assertThat(row.attempts()).isEqualTo(2);
                });
    }

    @Test
    void aCrashWhileSendingBySmtpIsAmbiguousAndNotRepeated() throws Exception {
        Delivery planned = plan(PLANNED);
        DeliveryDesk dying = desk(message -> {
            throw new ProcessDied();
        });

        assertThatThrownBy(() -> dying.attempt(planned.id(), ORDER)).isInstanceOf(ProcessDied.class);
        assertThat(ledger.open()).extracting(Delivery::state).containsExactly(DeliveryState.SENDING);
        desk(smtp()).attempt(planned.id(), ORDER);

        assertThat(inbox()).isEmpty();
        assertThat(state(planned)).isEqualTo(DeliveryState.AMBIGUOUS);
        assertThat(ledger.untold()).extracting(Delivery::id).containsExactly(planned.id());
    }

    @Test
    void anAttemptThatLostItsRowSendsNothing() {
        Delivery planned = plan(PLANNED);
        Delivery slow = ledger.start(planned.id(), false).orElseThrow();
        ledger.start(planned.id(), false);

        assertThat(ledger.rendered(slow, batch(ORDER))).isFalse();
        assertThat(ledger.sending(slow)).isFalse();
    }

    @Test
    void theReplyOfTheServerDecides() throws Exception {
        assertThat(after("RCPT", "450 greylisted, come again")).isEqualTo(DeliveryState.PLANNED);
        assertThat(after("RCPT", "550 no such user")).isEqualTo(DeliveryState.FAILED);
        assertThat(after("MAIL", "452 no room")).isEqualTo(DeliveryState.PLANNED);
        assertThat(after("DATA", "554 no")).isEqualTo(DeliveryState.FAILED);
        assertThat(after(".", "451 try later")).isEqualTo(DeliveryState.PLANNED);
        assertThat(after(".", "552 too large")).isEqualTo(DeliveryState.FAILED);
        assertThat(after("DATA", "")).as("silent before the mail was written").isEqualTo(DeliveryState.PLANNED);
        assertThat(after(".", "")).as("silent after the mail was written").isEqualTo(DeliveryState.AMBIGUOUS);
    }

    private DeliveryState after(String command, String answer) throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp(word -> word.equals(command) ? answer : null)) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(scripted.port());
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "700");
            Delivery row = plan(clock.instant());
            desk(new SmtpRoute(sender)).attempt(row.id(), ORDER);
            assertThat(scripted.accepted).hasValue(0);
            return state(row);
        }
    }

    @Test
    void aFullDiskIsTriedAgainAndLeavesNoHalfFile() throws Exception {
        Path full = folder.resolve("reports");
        Files.writeString(full, "a file where the folder should be");
        Delivery planned = plan(PLANNED);

        assertThat(desk(smtp()).attempt(planned.id(), ORDER)).contains(Duration.ofMinutes(1));
        assertThat(state(planned)).isEqualTo(DeliveryState.PLANNED);

        Files.delete(full);
        desk(smtp()).attempt(planned.id(), ORDER);
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void aBlankReportIsNeverSent() throws Exception {
        reading = new Reading(0, 0, 0, "blank");
        Delivery planned = plan(PLANNED);

        desk(smtp()).attempt(planned.id(), ORDER);

        assertThat(inbox()).isEmpty();
        assertThat(state(planned)).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void aConditionThatIsNotMetSkipsTheMail() throws Exception {
        assertThat(under(Condition.of(Condition.Kind.RED, Duration.ZERO))).isEqualTo(DeliveryState.SKIPPED);
        reading = new Reading(9, 1, 0, "first");
        assertThat(under(Condition.of(Condition.Kind.RED, Duration.ZERO))).isEqualTo(DeliveryState.SENT);
        assertThat(under(Condition.of(Condition.Kind.CHANGE, Duration.ZERO))).isEqualTo(DeliveryState.SKIPPED);
        assertThat(under(Condition.of(Condition.Kind.RED, Duration.ofHours(1)))).isEqualTo(DeliveryState.SKIPPED);
        clock.advance(Duration.ofHours(2));
        reading = new Reading(9, 1, 0, "second");
        assertThat(under(Condition.of(Condition.Kind.CHANGE, Duration.ofHours(1))))
                .isEqualTo(DeliveryState.SENT);
        reading = new Reading(0, 0, 0, "blank");
        assertThat(under(Condition.of(Condition.Kind.NOT_EMPTY, Duration.ZERO))).isEqualTo(DeliveryState.SKIPPED);
        reading = new Reading(9, 0, 0, "third");
        assertThat(under(threshold(Condition.Comparison.BELOW))).isEqualTo(DeliveryState.SKIPPED);
        assertThat(under(threshold(Condition.Comparison.ABOVE))).isEqualTo(DeliveryState.SENT);
    }

    /** The batches of this test measure 5. */
    private static Condition threshold(Condition.Comparison comparison) {
        return Condition.threshold("SELECT", comparison, new BigDecimal(4), Duration.ZERO);
    }

    private DeliveryState under(Condition condition) {
        Delivery row = plan(clock.instant());
        DeliveryOrder order = new DeliveryOrder(
                ORDER.templateId(), ORDER.parameters(), ORDER.locale(), ORDER.formats(), condition, Manner.ATTACHMENT);
        desk(smtp()).attempt(row.id(), order);
        return state(row);
    }

    private DeliveryState state(Delivery row) {
        return ledger.find(row.id()).orElseThrow().state();
    }

    @Test
    void aCrashAfterTheOutboxTookTheMailLeavesOneFile() throws Exception {
        Delivery planned = plan(PLANNED);
        OutboxRoute outbox = new OutboxRoute(folder.resolve("outbox"));
        DeliveryDesk dying = desk(message -> {
            outbox.send(message);
            throw new ProcessDied();
        });

        assertThatThrownBy(() -> dying.attempt(planned.id(), ORDER)).isInstanceOf(ProcessDied.class);
        desk(outbox).attempt(planned.id(), ORDER);

        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            assertThat(files.toList()).singleElement().asString().endsWith(".eml");
        }
    }

    @Test
    void anOutboxMailIsACompleteMessage() throws Exception {
        desk(new OutboxRoute(folder.resolve("outbox"))).attempt(plan(PLANNED).id(), ORDER);

        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            MimeMessage mail =
                    new MimeMessage(null, Files.newInputStream(files.findFirst().orElseThrow()));
            assertThat(mail.getSubject()).startsWith("片区化管理分公司报告");
            assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getFileName())
                    .isEqualTo("R03-201003-香洲.pdf");
        }
    }

    @Test
    void anUnreachableServerIsTriedAgainAndThenFails() {
        JavaMailSenderImpl nobody = new JavaMailSenderImpl();
        nobody.setHost("127.0.0.1");
        nobody.setPort(1);
        DeliveryDesk desk = desk(new SmtpRoute(nobody));
        Delivery planned = plan(PLANNED);

        assertThat(desk.attempt(planned.id(), ORDER)).contains(Duration.ofMinutes(1));
        assertThat(desk.attempt(planned.id(), ORDER)).contains(Duration.ofMinutes(5));
        assertThat(desk.attempt(planned.id(), ORDER)).isEmpty();

        Delivery failed = ledger.find(planned.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.problem()).isPresent();
    }

    @Test
    void aFailedDeliveryCanBeRepeatedUnderTheSameMessageId() throws Exception {
        settings = MailSettings.of("shapan@operator.example", List.of("elsewhere.example"));
        Delivery planned = plan(PLANNED);
        desk(smtp()).attempt(planned.id(), ORDER);
        assertThat(ledger.find(planned.id()).orElseThrow().state()).isEqualTo(DeliveryState.FAILED);

        settings = MailSettings.of("shapan@operator.example", List.of());
        assertThat(ledger.repeat(planned.id(), "admin")).isTrue();
        desk(smtp()).attempt(planned.id(), ORDER);

        assertThat(onlyMail().getMessageID()).isEqualTo(planned.messageId());
    }

    @Test
    void aDomainThatIsNotAllowedGetsNothingRenderedForIt() {
        settings = MailSettings.of("shapan@operator.example", List.of("operator.example"));
        Delivery planned = plan(PLANNED);

        assertThat(desk(smtp()).attempt(planned.id(), ORDER)).isEmpty();

        assertThat(rendered).isEmpty();
        assertThat(ledger.find(planned.id()).orElseThrow().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("shapan.mail.allowed-domains"));
    }

    @Test
    void documentsThatAreTooLargeAreNamedNotAttached() throws Exception {
        settings = new MailSettings("shapan@operator.example", Set.of(), 10, "http://portal.example");

        desk(smtp()).attempt(plan(PLANNED).id(), ORDER);

        MimeMultipart parts = (MimeMultipart) onlyMail().getContent();
        assertThat(parts.getCount()).isEqualTo(1);
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("http://portal.example/reports");
    }

    @Test
    void textFromDataCannotAddAHeader() throws Exception {
        Recipient sly = new Recipient("he@branch.example", "He\r\nBcc: thief@evil.example", "he");
        DeliveryKey key = new DeliveryKey("s1", PLANNED, sly.address());
        Delivery planned = ledger.plan(key, null, sly, "R03", key.messageId("R03", "operator.example"));

        desk(smtp()).attempt(planned.id(), ORDER);

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void theSubjectIsWhatTheScheduleSaysAndAddsNoHeader() throws Exception {
        DeliveryOrder order = new DeliveryOrder(
                ORDER.templateId(),
                ORDER.parameters(),
                ORDER.locale(),
                ORDER.formats(),
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                "[{schedule}] {report} / {scope}",
                "月报\r\nBcc: thief@evil.example",
                "admin");

        desk(smtp()).attempt(plan(PLANNED).id(), order);

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("[月报  Bcc: thief@evil.example] 片区化管理分公司报告 / 香洲　2010年3月");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void wordsThatAreNoAddressAreRefused() {
        Addresses addresses = new Addresses(settings, new DeliveryFolders(folder, Map.of(), DeliveryFolders.PRIVATE));

        for (String address : List.of(
                "",
                "he",
                "he@branch.example\r\nBcc: x@y.z",
                "a@b.c, d@e.f",
                "he@",
                "folder:../x",
                "all:he@branch.example;")) {
            assertThatThrownBy(() -> addresses.check(address)).as(address).isInstanceOf(DeliveryException.class);
        }
        for (String secondSpelling : List.of(
                "he@branch.example (He)",
                "\"he\"@branch.example",
                "He <he@branch.example>",
                "ｈｅ@branch.example",
                "he@branch.example ")) {
            assertThatThrownBy(() -> addresses.check(secondSpelling))
                    .as(secondSpelling)
                    .isInstanceOf(DeliveryException.class);
        }
        addresses.check("he@branch.example");
        addresses.check("folder:monthly");
    }

    private Delivery plan(Instant planned) {
        DeliveryKey key = new DeliveryKey("s1", planned, HE.address());
        return ledger.plan(key, null, HE, "R03", key.messageId("R03", "operator.example"));
    }

    private DeliveryDesk desk(MailRoute route) {
        return new DeliveryDesk(
                ledger,
                (order, recipient, rendering) -> {
                    rendered.add(recipient.address());
                    return batch(order);
                },
                new ReportArchive(folder.resolve("reports")),
                new MailComposer(settings),
                route,
                new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE),
                RetryPolicy.DEFAULT,
                clock);
    }

    private Documents.Batch batch(DeliveryOrder order) {
        return new Documents.Batch(
                order.formats().stream().map(DeliveryTest::document).toList(),
                reading,
                Summary.NONE,
                Optional.of(new BigDecimal(5)));
    }

    private static RenderedReport document(ReportFormat format) {
        return new RenderedReport(
                "R03-201003-香洲",
                "片区化管理分公司报告",
                "香洲　2010年3月",
                format,
                "%PDF-1.7 a document".getBytes(StandardCharsets.UTF_8),
                214,
                null);
    }

    private MailRoute smtp() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return new SmtpRoute(sender);
    }

    private MimeMessage onlyMail() throws MessagingException {
        List<MimeMessage> mails = inbox();
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    /** The recipient's mailbox, read over IMAP as a mail program does. */
    private List<MimeMessage> inbox() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), "he", "secret");
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        List<MimeMessage> mails = new ArrayList<>();
        for (Message mail : inbox.getMessages()) {
            mails.add(new MimeMessage((MimeMessage) mail));
        }
        store.close();
        return mails;
    }

    /** Stands for SIGKILL: nothing after it runs. */
    private static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }
}
