package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.Documents;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.MailComposer;
import org.shapan.reports.delivery.MailRoute;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.ReportArchive;
import org.shapan.reports.delivery.RetryPolicy;
import org.shapan.reports.delivery.SmtpRoute;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.render.ReportSettings;
import org.shapan.reports.render.Summary;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A run while the world around it fails for a while: nothing is lost, nothing goes out twice. */
class FaultsTest {
    private static final int RECIPIENTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration AWAY = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Instant backAt = Instant.MIN;
    private volatile Instant warehouseBackAt = Instant.MIN;
    private final DataSource always = ReportsDatabase.create();
    private final DataSource database = new DelegatingDataSource(always) {
        @Override
        public Connection getConnection() throws SQLException {
            if (Instant.now().isBefore(backAt)) {
                refused.incrementAndGet();
                throw new SQLTransientConnectionException("the database is away");
            }
            return super.getConnection();
        }
    };

    @Test
    void theDatabaseIsGoneForAWhileInTheMiddleOfARun() {
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        try (ReportScheduler scheduler = scheduler(mail -> {
            sent.add(addressOf(mail));
            if (mails.incrementAndGet() == RECIPIENTS / 4) {
                backAt = Instant.now().plus(AWAY);
            }
            return "test";
        })) {
            scheduler.save(schedule());
            scheduler.start();

            scheduler.runNow("s1");

            await(() -> Instant.now().isAfter(backAt) && sent.size() == RECIPIENTS && isAll(DeliveryState.SENT));
        }
        assertThat(sent).doesNotHaveDuplicates();
        assertThat(refused).as("how often it was away").hasPositiveValue();
    }

    @Test
    void theWarehouseIsGoneForAWhileInTheMiddleOfARun() {
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        try (ReportScheduler scheduler = scheduler(mail -> {
            sent.add(addressOf(mail));
            if (mails.incrementAndGet() == RECIPIENTS / 4) {
                warehouseBackAt = Instant.now().plus(AWAY);
            }
            return "test";
        })) {
            scheduler.save(schedule());
            scheduler.start();

            scheduler.runNow("s1");

            await(() -> sent.size() == RECIPIENTS && isAll(DeliveryState.SENT));
        }
        assertThat(sent).doesNotHaveDuplicates();
        assertThat(refused).as("how often it was away").hasPositiveValue();
        assertThat(rows()).anySatisfy(row -> assertThat(row.attempts()).isGreaterThan(1));
    }

    @Test
    void theMailServerIsDownWhenTheRunBegins() throws Exception {
        int port = freePort();
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        try (ReportScheduler scheduler = scheduler(new SmtpRoute(sender))) {
            scheduler.save(schedule());
            scheduler.start();
            scheduler.runNow("s1");
            await(() -> rows().stream().allMatch(row -> row.problem().isPresent()));
            assertThat(rows()).noneMatch(row -> row.state() == DeliveryState.SENT);

            server.start();

            await(() -> isAll(DeliveryState.SENT));
            assertThat(Stream.of(server.getReceivedMessages()).map(FaultsTest::addressOf))
                    .hasSize(RECIPIENTS)
                    .doesNotHaveDuplicates();
        } finally {
            server.stop();
        }
    }

    @Test
    void aReportThatIsGoneFailsAndItsOwnerIsTold() {
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        try (ReportScheduler scheduler = scheduler(mail -> {
            sent.add(addressOf(mail));
            return "test";
        })) {
            new ScheduleStore(database).save(schedule("R99"), Instant.now());
            scheduler.start();

            scheduler.runNow("s1");

            await(() -> isAll(DeliveryState.FAILED) && sent.contains("boss@branch.example"));
        }
        assertThat(sent).containsExactly("boss@branch.example");
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.problem().orElseThrow()).contains("there is no report R99"));
    }

    private boolean isAll(DeliveryState state) {
        return rows().stream().filter(row -> row.state() == state).count() == RECIPIENTS;
    }

    private List<Delivery> rows() {
        return new DeliveryLedger(always, Clock.systemUTC()).search().page(LedgerFilter.ALL, 0, RECIPIENTS + 1);
    }

    private ReportScheduler scheduler(MailRoute route) {
        MailComposer composer = new MailComposer(MailSettings.of("shapan@operator.example", List.of()));
        DeliveryFolders folders = new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE);
        DeliveryDesk desk = new DeliveryDesk(
                new DeliveryLedger(database, Clock.systemUTC()),
                (order, recipient, rendering) -> documents(order),
                new ReportArchive(folder.resolve("reports")),
                composer,
                route,
                folders,
                new RetryPolicy(Collections.nCopies(30, Duration.ofSeconds(1))),
                Clock.systemUTC());
        return new ReportScheduler(
                database,
                new ScheduleCheck(TemplateCatalog.bundled(), desk.addresses()),
                desk,
                new Nobody(),
                () -> null,
                new SchedulerSettings(
                        2,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        Duration.ofHours(24),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(15),
                        Duration.ofDays(400),
                        WorkDays.CHINA),
                Clock.systemUTC());
    }

    private Documents.Batch documents(DeliveryOrder order) throws SQLException {
        if (TemplateCatalog.bundled().find(order.templateId()).isEmpty()) {
            new ReportRenderer(
                            TemplateCatalog.bundled(),
                            ReportInsight.NONE,
                            () -> null,
                            new ReportSettings(ZoneOffset.UTC, null),
                            Clock.systemUTC())
                    .prepare(new ReportRequest(order.templateId(), Map.of(), Locale.ENGLISH, ReportFormat.PDF), null);
        }
        if (Instant.now().isBefore(warehouseBackAt)) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException("the warehouse is away");
        }
        return new Documents.Batch(
                List.of(new RenderedReport("R03-1", "T", "S", ReportFormat.PDF, new byte[] {1}, 1, null)),
                new Reading(1, 0, 0, "f"),
                Summary.NONE,
                Optional.empty());
    }

    private static ReportSchedule schedule() {
        return schedule("R03");
    }

    private static ReportSchedule schedule(String templateId) {
        return new ReportSchedule(
                "s1",
                "run",
                templateId,
                Map.of("branch", "x"),
                Locale.ENGLISH,
                List.of(ReportFormat.PDF),
                new Calendar(Rhythm.PUBLISHED, ZoneOffset.UTC),
                IntStream.range(0, RECIPIENTS)
                        .mapToObj(i -> new Recipient("r" + i + "@branch.example", "R" + i, "r" + i))
                        .toList(),
                false,
                "admin",
                Instant.now());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String addressOf(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited %s", PATIENCE).isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Nobody implements RecipientDirectory {
        @Override
        public List<Post> posts(TemplateParameter parameter, String login, Locale locale) {
            return List.of();
        }

        @Override
        public Recipient entitled(Recipient listed, String owner) {
            return listed;
        }

        @Override
        public Optional<Recipient> mailbox(String login) {
            return Optional.of(new Recipient("boss@branch.example", "Boss", login));
        }
    }
}
