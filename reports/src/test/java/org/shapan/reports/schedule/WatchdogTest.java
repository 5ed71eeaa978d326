package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;

class WatchdogTest {
    private final DataSource database = ReportsDatabase.create();
    private final Clock clock = Clock.systemUTC();
    private final ScheduleStore store = new ScheduleStore(database);
    private final ReportSchedule hourly = schedule(new Calendar("0 0 * * * *", ZoneOffset.UTC));
    private final ReportSchedule monthly = schedule(Calendar.monthly(5, 7, 30, ZoneOffset.UTC));
    private final Organisation here = new Organisation(true);

    @Test
    void theWatchdogFindsATimeThatDidNotFire() {
        store.save(hourly, clock.instant());
        Instant later = clock.instant().plus(Duration.ofHours(2));
        Clock then = Clock.fixed(later, ZoneOffset.UTC);
        Watchdog watchdog = watchdog(then, here);

        List<Delivery> found = watchdog.look();

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.key().plannedAt()).isBefore(later.minus(Duration.ofMinutes(15))));
        assertThat(watchdog.look()).isEmpty();
    }

    @Test
    void whatAPersonStartedIsFinishedWhenTheProcessDiedBeforeItWasPlanned() {
        store.save(monthly, clock.instant());
        store.pause("s1", true, clock.instant());
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        new FiringLog(database, clock).beginByHand("s1", asked);
        Clock then = Clock.fixed(asked.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        Watchdog watchdog = watchdog(then, here);

        List<Delivery> found = watchdog.look();

        assertThat(found)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.key().plannedAt()).isEqualTo(asked));
        assertThat(watchdog.look()).isEmpty();
    }

    @Test
    void aRunByHandThatFailedIsNotSentLater() {
        store.save(monthly, clock.instant());
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        assertThatThrownBy(() -> firing(clock, new Organisation(false)).byHand(monthly, asked))
                .hasMessageContaining("away");

        Clock then = Clock.fixed(asked.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(watchdog(then, here).look()).isEmpty();
    }

    @Test
    void aRunByHandThatCannotBeFinishedKeepsNoPlannedTimeBack() {
        store.save(hourly, clock.instant());
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        new FiringLog(database, clock).beginByHand("s1", asked);
        Watchdog watchdog =
                watchdog(Clock.fixed(asked.plus(Duration.ofHours(2)), ZoneOffset.UTC), new Organisation(false));

        List<Delivery> found = watchdog.look();

        assertThat(found).isNotEmpty().noneMatch(row -> row.key().plannedAt().equals(asked));
        assertThat(watchdog.look())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.key().plannedAt()).isEqualTo(asked));
    }

    private static ReportSchedule schedule(Calendar calendar) {
        return new ReportSchedule(
                "s1",
                "香洲月报",
                "R03",
                Map.of("branch", "香洲"),
                Locale.of("zh"),
                List.of(ReportFormat.PDF),
                calendar,
                List.of(
                        new Recipient("he@branch.example", "He", "he"),
                        new Recipient("liang@branch.example", "Liang", "liang")),
                false,
                "admin",
                Instant.parse("2010-04-01T00:00:00Z"));
    }

    private Watchdog watchdog(Clock at, RecipientDirectory directory) {
        return new Watchdog(
                store,
                new FiringLog(database, at),
                firing(at, directory),
                () -> null,
                SchedulerSettings.DEFAULT,
                calendar -> WorkDays.CHINA,
                at);
    }

    private Firing firing(Clock at, RecipientDirectory directory) {
        return new Firing(
                new DeliveryLedger(database, at),
                new FiringLog(database, at),
                new Audiences(TemplateCatalog.bundled(), directory),
                "operator.example",
                SchedulerSettings.DEFAULT,
                calendar -> WorkDays.CHINA,
                at);
    }

    /** Who is listed; it may be away when it is asked first. */
    private static final class Organisation implements RecipientDirectory {
        private boolean back;

        private Organisation(boolean back) {
            this.back = back;
        }

        @Override
        public List<Post> posts(TemplateParameter parameter, String login, Locale locale) {
            return List.of();
        }

        @Override
        public Recipient entitled(Recipient listed, String owner) {
            if (!back) {
                back = true;
                throw new IllegalStateException("the organisation is away");
            }
            return listed;
        }

        @Override
        public Optional<Recipient> mailbox(String login) {
            return Optional.empty();
        }
    }
}
