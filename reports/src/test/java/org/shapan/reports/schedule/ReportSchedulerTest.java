package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.Documents;
import org.shapan.reports.delivery.MailComposer;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.ReportArchive;
import org.shapan.reports.delivery.RetryPolicy;
import org.shapan.reports.render.DataState;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.Summary;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;

class ReportSchedulerTest {
    private static final Recipient HE = new Recipient("he@branch.example", "He", "he");
    private static final Recipient LIANG = new Recipient("liang@branch.example", "Liang", "liang");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final DataSource database = ReportsDatabase.create();
    private final Clock clock = Clock.systemUTC();
    private final DeliveryLedger ledger = new DeliveryLedger(database, clock);
    private final List<String> rendered = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile DataState data;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private ReportScheduler scheduler;

    @BeforeEach
    void open() {
        scheduler = scheduler();
    }

    @AfterEach
    void stop() {
        scheduler.close();
    }

    @Test
    void keepsSchedulesInTheDatabase() {
        ReportSchedule schedule =
                schedule("s1", Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")), List.of(HE, LIANG));
        scheduler.save(schedule);

        assertThat(scheduler().find("s1")).contains(schedule);
    }

    @Test
    void runNowSendsOneMailToEachRecipient() {
        scheduler.start();
        scheduler.save(monthly("s1", HE, LIANG));

        scheduler.runNow("s1");

        await(() -> ledger.ofSchedule("s1", 10).stream()
                        .filter(d -> d.state() == DeliveryState.SENT)
                        .count()
                == 2);
        assertThat(sent).containsExactlyInAnyOrder("he@branch.example", "liang@branch.example");
    }

    @Test
    void whatAProcessLeftOpenIsDeliveredByTheNextOne() {
        scheduler.save(monthly("s1", HE));
        List<Delivery> rows = scheduler.runNow("s1");
        ledger.start(rows.getFirst().id(), false);
        scheduler.close();

        scheduler = scheduler();
        scheduler.start();

        await(() -> ledger.find(rows.getFirst().id()).orElseThrow().state() == DeliveryState.SENT);
        assertThat(sent).hasSize(1);
    }

    @Test
    void firingTheSameTimeTwicePlansItOnce() {
        Firing firing = firing(clock);
        ReportSchedule schedule = monthly("s1", HE, LIANG);
        Instant planned = Instant.parse("2010-04-05T23:30:00Z");

        firing.at(schedule, planned);
        firing.at(schedule, planned);

        assertThat(ledger.ofSchedule("s1", 10)).hasSize(2);
    }

    @Test
    void timesThatPassedAreDeliveredLateOrNotedAsMissed() {
        Instant now = Instant.parse("2010-04-06T12:00:00Z");
        Firing firing = firing(Clock.fixed(now, ZoneOffset.UTC));
        ReportSchedule daily = schedule("s1", new Calendar("0 0 8 * * *", ZoneOffset.UTC), List.of(HE));

        List<Delivery> toDeliver = firing.due(daily, Instant.parse("2010-04-04T08:00:00Z"));

        assertThat(toDeliver)
                .singleElement()
                .satisfies(d -> assertThat(d.key().plannedAt()).isEqualTo(Instant.parse("2010-04-06T08:00:00Z")));
        assertThat(ledger.ofSchedule("s1", 10))
                .extracting(d -> d.key().plannedAt().toString(), Delivery::state)
                .containsExactly(
                        tuple("2010-04-06T08:00:00Z", DeliveryState.PLANNED),
                        tuple("2010-04-05T08:00:00Z", DeliveryState.MISSED),
                        tuple("2010-04-04T08:00:00Z", DeliveryState.MISSED));
    }

    @Test
    void sendToReachesOnlyThatPerson() {
        scheduler.start();
        scheduler.save(monthly("s1", HE));

        scheduler.sendTo("s1", LIANG);

        await(() -> ledger.ofSchedule("s1", 10).stream().anyMatch(d -> d.state() == DeliveryState.SENT));
        assertThat(sent).containsExactly("liang@branch.example");
    }

    @Test
    void aBurstSendsEachPartToWhoAnswersForIt() {
        scheduler.start();
        scheduler.save(burst("s1", List.of()));

        scheduler.runNow("s1");

        await(() -> sent.size() == 2);
        assertThat(rendered).containsExactlyInAnyOrder("he [x]", "liang [d]");
        assertThat(ledger.ofSchedule("s1", 10))
                .extracting(
                        d -> d.key().part(),
                        d -> d.partCaption().orElseThrow(),
                        d -> d.recipient().login())
                .containsExactlyInAnyOrder(tuple("[x]", "香洲", "he"), tuple("[d]", "斗门", "liang"));
        assertThat(scheduler.dryRun(scheduler.find("s1").orElseThrow()).vacant())
                .containsExactly("万山");
    }

    @Test
    void aListedRecipientStandsInForAVacantPost() {
        Recipient market = new Recipient("market@branch.example", "Market", "market");

        Audience audience = scheduler.dryRun(burst("s1", List.of(market)));

        assertThat(audience.vacant()).isEmpty();
        assertThat(audience.copies())
                .extracting(c -> c.recipient().login() + " " + c.caption() + " " + c.standIn())
                .containsExactly("he 香洲 false", "liang 斗门 false", "market 万山 true");
    }

    @Test
    void theOwnerIsToldOnceWhatDidNotArriveAlsoWhenTheServerWasAway() {
        refusing = true;
        scheduler.start();
        scheduler.save(monthly("s1", HE, LIANG));
        scheduler.runNow("s1");
        await(() -> ledger.untold().size() == 2);

        refusing = false;

        await(() -> ledger.untold().isEmpty());
        assertThat(sent).containsExactly("boss@branch.example");
        assertThat(ledger.ofSchedule("s1", 10)).extracting(Delivery::state).containsOnly(DeliveryState.FAILED);
    }

    @Test
    void aScheduleThatWaitsForALoadFiresOnceWhenItIsPublished() {
        data = new DataState(LocalDate.of(2010, 2, 28), true, 1);
        scheduler.start();
        scheduler.save(schedule("s1", new Calendar("published", ZoneOffset.UTC), List.of(HE)));
        data = new DataState(LocalDate.of(2010, 3, 31), false, 2);
        await(() -> scheduler.find("s1").isPresent());

        data = new DataState(LocalDate.of(2010, 3, 31), true, 3);

        await(() -> sent.size() == 1);
        data = new DataState(LocalDate.of(2010, 3, 31), true, 4);
        assertThat(new Watchdog(
                                new ScheduleStore(database),
                                new FiringLog(database, clock),
                                firing(clock),
                                () -> data,
                                SchedulerSettings.DEFAULT,
                                calendar -> WorkDays.CHINA,
                                clock)
                        .look())
                .isEmpty();
    }

    private static ReportSchedule burst(String id, List<Recipient> standIns) {
        return new ReportSchedule(
                id,
                "分公司月报",
                "R03",
                Map.of(),
                Locale.of("zh"),
                List.of(ReportFormat.PDF),
                Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")),
                "branch",
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                standIns,
                false,
                "admin",
                Instant.parse("2010-04-01T00:00:00Z"));
    }

    @Test
    void aPausedScheduleHasNoNextTime() {
        scheduler.save(monthly("s1", HE));
        assertThat(scheduler.next(scheduler.find("s1").orElseThrow())).isPresent();

        scheduler.pause("s1");
        assertThat(scheduler.next(scheduler.find("s1").orElseThrow())).isEmpty();

        scheduler.resume("s1");
        assertThat(scheduler.next(scheduler.find("s1").orElseThrow())).isPresent();
    }

    @Test
    void aScheduleThatCannotRunIsRefusedAndNamesThePart() {
        ReportSchedule good = monthly("s1", HE);

        assertRefused(Reason.RECIPIENT_COUNT, schedule("s1", good.calendar(), List.of()));
        assertRefused(
                Reason.RECIPIENT_TWICE,
                schedule("s1", good.calendar(), List.of(HE, new Recipient("HE@branch.example", "", "x"))));
        assertRefused(
                Reason.RECIPIENT_ADDRESS, schedule("s1", good.calendar(), List.of(new Recipient("nobody", "", "x"))));
        assertRefused(
                Reason.UNKNOWN_TEMPLATE,
                new ReportSchedule(
                        "s1",
                        "n",
                        "R99",
                        Map.of(),
                        Locale.CHINA,
                        good.formats(),
                        good.calendar(),
                        List.of(HE),
                        false,
                        "admin",
                        clock.instant()));
        assertRefused(
                Reason.MISSING_PARAMETER,
                new ReportSchedule(
                        "s1",
                        "n",
                        "R03",
                        Map.of(),
                        Locale.CHINA,
                        good.formats(),
                        good.calendar(),
                        List.of(HE),
                        false,
                        "admin",
                        clock.instant()));
        assertRefused(
                Reason.UNKNOWN_PARAMETER,
                new ReportSchedule(
                        "s1",
                        "n",
                        "R03",
                        Map.of("branch", "x", "brunch", "y"),
                        Locale.CHINA,
                        good.formats(),
                        good.calendar(),
                        List.of(HE),
                        false,
                        "admin",
                        clock.instant()));
        assertThat(scheduler.schedules()).isEmpty();
    }

    @Test
    void aScheduleKeepsToNamedCalendarsAndIsPlannedAnewWhenTheyChange() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Calendar keeping = new Calendar("0 30 7 5 * *", zone, DayRule.NEXT, null, null, Set.of("billing", "company"));
        ReportSchedule schedule = schedule("s1", keeping, List.of(HE));
        assertRefused(Reason.UNKNOWN_CALENDAR, schedule);

        scheduler.save(new DayCalendar("billing", "month 4..6=off"));
        scheduler.save(new DayCalendar("company", ""));
        assertRefused(
                Reason.CALENDAR_RULE,
                schedule(
                        "s1",
                        new Calendar("0 30 7 5 * *", zone, DayRule.ANY, null, null, Set.of("billing")),
                        List.of(HE)));
        scheduler.save(schedule);

        assertThat(scheduler().find("s1")).contains(schedule);
        Instant before = scheduler.next(schedule).orElseThrow();
        assertThat(before.atZone(zone).getDayOfMonth()).isGreaterThan(6);
        assertThatThrownBy(() -> scheduler.deleteCalendar("billing"))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CALENDAR_USED));

        scheduler.save(new DayCalendar("billing", "month 4..8=off"));

        assertThat(scheduler.next(schedule).orElseThrow().atZone(zone).getDayOfMonth())
                .isGreaterThan(8);
        assertThat(planned("s1")).isEqualTo(scheduler.next(schedule).orElseThrow());
        assertThat(scheduler.keepingTo("company")).containsExactly(schedule);
        scheduler.delete("s1");
        scheduler.deleteCalendar("billing");
        assertThat(scheduler.calendars()).extracting(DayCalendar::name).containsExactly("company");
    }

    /** When the database has the next firing of a schedule. */
    private Instant planned(String id) {
        return org.springframework.jdbc.core.simple.JdbcClient.create(database)
                .sql("select execution_time from scheduled_tasks where task_name = 'report-fire' and task_instance = ?")
                .param(id)
                .query((rs, n) ->
                        rs.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    private void assertRefused(Reason reason, ReportSchedule schedule) {
        assertThatThrownBy(() -> scheduler.save(schedule))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private ReportSchedule monthly(String id, Recipient... recipients) {
        return schedule(id, Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")), List.of(recipients));
    }

    private ReportSchedule schedule(String id, Calendar calendar, List<Recipient> recipients) {
        return new ReportSchedule(
                id,
                "香洲月报",
                "R03",
                Map.of("branch", "香洲"),
                Locale.of("zh"),
                List.of(ReportFormat.PDF, ReportFormat.XLSX),
                calendar,
                recipients,
                false,
                "admin",
                Instant.parse("2010-04-01T00:00:00Z"));
    }

    private ReportScheduler scheduler() {
        MailComposer composer = new MailComposer(MailSettings.of("shapan@operator.example", List.of()));
        DeliveryDesk desk = new DeliveryDesk(
                ledger,
                (order, recipient, rendering) -> {
                    rendered.add(recipient.login() + " " + order.parameters().get("branch"));
                    return new Documents.Batch(
                            order.formats().stream()
                                    .map(format ->
                                            new RenderedReport("R03-1", "T", "S", format, new byte[] {1}, 1, null))
                                    .toList(),
                            new Reading(1, 0, 0, "f"),
                            Summary.NONE,
                            Optional.empty());
                },
                new ReportArchive(folder),
                composer,
                message -> {
                    if (refusing) {
                        throw new IllegalStateException("the server is away");
                    }
                    sent.add(addressOf(message));
                    return "test";
                },
                new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE),
                new RetryPolicy(List.of()),
                clock);
        return new ReportScheduler(
                database,
                new ScheduleCheck(TemplateCatalog.bundled(), desk.addresses()),
                desk,
                ORGANISATION,
                () -> data,
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

    private Firing firing(Clock at) {
        return new Firing(
                ledger,
                new FiringLog(database, at),
                new Audiences(TemplateCatalog.bundled(), ORGANISATION),
                "operator.example",
                SchedulerSettings.DEFAULT,
                calendar -> WorkDays.CHINA,
                at);
    }

    /** Xiangzhou is He's, Doumen is Liang's, Wanshan is vacant; the boss owns the schedules. */
    private static final RecipientDirectory ORGANISATION = new RecipientDirectory() {
        @Override
        public List<Post> posts(TemplateParameter parameter, String login, Locale locale) {
            assertThat(parameter.name()).isEqualTo("branch");
            assertThat(login).isEqualTo("admin");
            return List.of(
                    new Post("[x]", "香洲", List.of(HE)),
                    new Post("[d]", "斗门", List.of(LIANG)),
                    new Post("[w]", "万山", List.of()));
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

    private static String addressOf(jakarta.mail.internet.MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
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
}
