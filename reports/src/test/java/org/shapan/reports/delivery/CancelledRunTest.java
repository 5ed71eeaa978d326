package org.shapan.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.TelecomProvince;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportSettings;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.RecipientDirectory;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleCheck;
import org.shapan.reports.schedule.SchedulerSettings;
import org.shapan.reports.schedule.WorkDays;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A run that somebody ends: real reports, a mail server that takes its time. */
class CancelledRunTest {
    private static final int RECIPIENTS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    private final TelecomProvince province = TelecomProvince.get();
    private final DataSource database = ReportsDatabase.create();
    private final Clock clock = Clock.systemUTC();
    private final DeliveryLedger ledger = new DeliveryLedger(database, clock);

    @Test
    void theRestOfARunIsNotSentMailsUnderWayArriveAndTheOwnerIsTold() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(slowly(Duration.ofMillis(1500), "250 fine"));
                ReportScheduler scheduler = scheduler(smtp.port())) {
            scheduler.start();
            scheduler.save(schedule());
            Instant planned = scheduler.runNow("s1").getFirst().key().plannedAt();
            await(() -> ledger.count(DeliveryState.SENDING) > 0);

            Instant asked = Instant.now();
            int cancelled = scheduler.cancelRun("s1", planned, "admin");

            assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
            assertThat(cancelled).isGreaterThanOrEqualTo(RECIPIENTS - 4);
            assertThat(ledger.ofRun("s1", planned))
                    .hasSize(RECIPIENTS)
                    .allMatch(row -> row.state().isTerminal() || row.state() == DeliveryState.SENDING);
            await(() -> ledger.open().isEmpty());
            await(() -> ledger.untold().isEmpty());
            List<Delivery> rows = ledger.ofRun("s1", planned);
            assertThat(rows).extracting(Delivery::state).containsOnly(DeliveryState.SENT, DeliveryState.CANCELLED);
            long sent = ledger.count(DeliveryState.SENT);
            assertThat(sent).isPositive().isEqualTo(RECIPIENTS - cancelled);
            assertThat(smtp.accepted.get())
                    .as("the mails, and one to the owner")
                    .isEqualTo(sent + 1);
            assertThat(rows)
                    .filteredOn(row -> row.state() == DeliveryState.CANCELLED)
                    .allSatisfy(row -> {
                        assertThat(row.problem()).contains("the run was cancelled by admin");
                        assertThat(row.endedAt()).isPresent();
                        assertThat(ledger.events(row.id()))
                                .extracting(DeliveryEvent::kind)
                                .contains(DeliveryEvent.Kind.CANCELLED, DeliveryEvent.Kind.OWNER_TOLD);
                    });
        }
    }

    @Test
    void aMailUnderWayThatTheServerDefersIsNotTriedAgain() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(slowly(Duration.ofMillis(1000), "451 later"));
                ReportScheduler scheduler = scheduler(smtp.port())) {
            scheduler.start();
            scheduler.save(schedule());
            Instant planned = scheduler.runNow("s1").getFirst().key().plannedAt();
            await(() -> ledger.count(DeliveryState.SENDING) > 0);

            scheduler.cancelRun("s1", planned, "admin");

            await(() -> ledger.open().isEmpty());
            assertThat(ledger.ofRun("s1", planned)).extracting(Delivery::state).containsOnly(DeliveryState.CANCELLED);
            assertThat(smtp.accepted.get()).isZero();
        }
    }

    @Test
    void aRowThatIsPlannedIntoACancelledRunIsCancelledAndMayBeRepeatedByAPerson() {
        Instant planned = Instant.parse("2010-04-05T23:30:00Z");
        plan(planned, recipients().getFirst());
        ledger.cancel("s1", planned, "admin");

        Delivery later = plan(planned, recipients().getLast());
        Delivery next = plan(planned.plusSeconds(60), recipients().getLast());

        assertThat(later.state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(next.state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(ledger.repeat(later.id(), "admin")).isTrue();
        assertThat(ledger.find(later.id()).orElseThrow().state()).isEqualTo(DeliveryState.PLANNED);
    }

    private Delivery plan(Instant planned, Recipient recipient) {
        DeliveryKey key = new DeliveryKey("s1", planned, recipient.address());
        return ledger.plan(key, null, recipient, "R03", key.messageId("R03", "operator.example"));
    }

    private static UnaryOperator<String> slowly(Duration pause, String answer) {
        return word -> {
            if (!word.equals(".")) {
                return null;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer;
        };
    }

    private static List<Recipient> recipients() {
        List<Recipient> all = new ArrayList<>();
        for (int i = 1; i <= RECIPIENTS; i++) {
            all.add(new Recipient("r" + i + "@branch.example", "R" + i, "r" + i));
        }
        return all;
    }

    private static ReportSchedule schedule() {
        return new ReportSchedule(
                "s1",
                "香洲月报",
                "R03",
                Map.of("branch", "[Area].[Managed].[Zhuhai].[Xiangzhou]"),
                Locale.of("zh"),
                List.of(ReportFormat.PDF),
                Calendar.monthly(5, 7, 30, ZONE),
                recipients(),
                false,
                "admin",
                Instant.parse("2010-04-01T00:00:00Z"));
    }

    private ReportScheduler scheduler(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        ReportRenderer renderer = new ReportRenderer(
                TemplateCatalog.bundled(), ReportInsight.NONE, province::data, new ReportSettings(ZONE, null), clock);
        DeliveryDesk desk = new DeliveryDesk(
                ledger,
                new RecipientDocuments(renderer, recipient -> province.connect()),
                new ReportArchive(folder),
                new MailComposer(MailSettings.of("shapan@operator.example", List.of())),
                new SmtpRoute(sender),
                new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE),
                new RetryPolicy(List.of(Duration.ofMillis(100))),
                clock);
        return new ReportScheduler(
                database,
                new ScheduleCheck(TemplateCatalog.bundled(), desk.addresses()),
                desk,
                NOBODY,
                province::data,
                new SchedulerSettings(
                        2,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofHours(24),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(15),
                        Duration.ofDays(400),
                        WorkDays.CHINA),
                clock);
    }

    private static final RecipientDirectory NOBODY = new RecipientDirectory() {
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
    };

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited %s", PATIENCE).isBefore(end);
            Thread.sleep(20);
        }
    }
}
