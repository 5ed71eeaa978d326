package org.shapan.benchmarks.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.MailComposer;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.RecipientDocuments;
import org.shapan.reports.delivery.ReportArchive;
import org.shapan.reports.delivery.RetryPolicy;
import org.shapan.reports.delivery.SmtpRoute;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.RecipientDirectory;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleCheck;
import org.shapan.reports.schedule.SchedulerSettings;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A burst as a schedule makes it: each document rendered under its recipient's role, kept, mailed by SMTP and noted in the ledger. */
final class BurstMeasure {
    private static final int WORKERS = 2;
    private static final int HEAP_SAMPLES = 10;
    private static final Duration POLLING = Duration.ofMillis(200);

    private final ReportedProvince province;
    private final Path folder;
    private final MailServer mail;
    private final PrintStream out;

    BurstMeasure(ReportedProvince province, Path folder, MailServer mail, PrintStream out) {
        this.province = province;
        this.folder = folder;
        this.mail = mail;
        this.out = out;
    }

    /**
     * Sends to so many recipients, divided among the branches.
     *
     * @param heap whether the used heap is printed along the way
     * @return the time from the firing to the last mail
     */
    Duration send(int recipients, boolean heap) throws IOException, InterruptedException {
        Path place = folder.resolve(UUID.randomUUID().toString());
        DataSource metadata = JdbcConnectionPool.create("jdbc:h2:file:" + place.resolve("metadata"), "sa", "");
        migrate(metadata);
        DeliveryLedger ledger = new DeliveryLedger(metadata, Clock.systemUTC());
        try (ReportScheduler scheduler = scheduler(metadata, ledger, place, recipients)) {
            scheduler.save(schedule());
            scheduler.start();
            Instant start = Instant.now();
            List<Delivery> rows = scheduler.runNow("burst");
            watch(ledger, rows, heap);
            Duration time = Duration.between(start, Instant.now());
            long sent = rows.stream()
                    .filter(row -> ledger.find(row.id()).orElseThrow().state() == DeliveryState.SENT)
                    .count();
            int arrived = mail.take();
            if (sent != recipients || arrived != recipients) {
                throw new IllegalStateException(
                        "of " + recipients + " mails " + sent + " are noted as sent and " + arrived + " arrived");
            }
            return time;
        }
    }

    private void watch(DeliveryLedger ledger, List<Delivery> rows, boolean heap) throws InterruptedException {
        int step = rows.size() / HEAP_SAMPLES;
        int next = step;
        int open = rows.size();
        while (open > 0) {
            Thread.sleep(POLLING);
            open = ledger.open().size();
            if (heap && rows.size() - open >= next) {
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                out.printf("  after %,6d documents %4d MB used after a collection%n", rows.size() - open, used >> 20);
                next += step;
            }
        }
    }

    private ReportScheduler scheduler(DataSource metadata, DeliveryLedger ledger, Path place, int recipients) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(mail.port());
        MailComposer composer = new MailComposer(MailSettings.of("shapan@operator.example", List.of()));
        DeliveryFolders folders = new DeliveryFolders(place.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE);
        DeliveryDesk desk = new DeliveryDesk(
                ledger,
                new RecipientDocuments(province.renderer(), recipient -> province.connectIn(recipient.login())),
                new ReportArchive(place.resolve("reports")),
                composer,
                new SmtpRoute(smtp),
                folders,
                RetryPolicy.DEFAULT,
                Clock.systemUTC());
        SchedulerSettings defaults = SchedulerSettings.DEFAULT;
        return new ReportScheduler(
                metadata,
                new ScheduleCheck(TemplateCatalog.bundled(), desk.addresses()),
                desk,
                new Readers(recipients),
                province::data,
                new SchedulerSettings(
                        WORKERS,
                        defaults.polling(),
                        defaults.heartbeat(),
                        defaults.lateLimit(),
                        defaults.watch(),
                        defaults.grace(),
                        defaults.retention(),
                        defaults.workDays()),
                Clock.systemUTC());
    }

    private ReportSchedule schedule() {
        return new ReportSchedule(
                "burst",
                "burst",
                province.template().id(),
                Map.of(),
                Locale.SIMPLIFIED_CHINESE,
                List.of(ReportFormat.PDF),
                new Calendar("published", ZoneOffset.UTC),
                "branch",
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                List.of(),
                false,
                "owner",
                Instant.now());
    }

    private static void migrate(DataSource metadata) throws IOException {
        for (String migration : List.of(
                "V2__reports.sql",
                "V20__delivery_and_schedules.sql",
                "V22__manner_of_delivery.sql",
                "V40__cancelled_runs.sql",
                "V41__named_calendars.sql",
                "V42__mail_subjects.sql")) {
            try (InputStream sql = BurstMeasure.class.getResourceAsStream("/db/migration/" + migration)) {
                JdbcClient.create(metadata)
                        .sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8))
                        .update();
            }
        }
    }

    /** So many readers, each answering for one branch; the login is the branch's role. */
    private final class Readers implements RecipientDirectory {
        private final int count;

        private Readers(int count) {
            this.count = count;
        }

        @Override
        public List<Post> posts(TemplateParameter parameter, String login, Locale locale) {
            List<Choice> branches = province.branches();
            List<Post> posts = new ArrayList<>();
            for (int b = 0; b < branches.size(); b++) {
                Choice branch = branches.get(b);
                int first = b;
                posts.add(new Post(
                        branch.value(),
                        branch.caption(),
                        IntStream.range(0, count)
                                .filter(i -> i % branches.size() == first)
                                .mapToObj(i -> new Recipient(
                                        "reader" + i + "@operator.example", "Reader " + i, branch.value()))
                                .toList()));
            }
            return posts;
        }

        @Override
        public Recipient entitled(Recipient listed, String owner) {
            return listed;
        }

        @Override
        public Optional<Recipient> mailbox(String login) {
            return Optional.empty();
        }
    }
}
