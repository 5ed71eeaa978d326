package org.shapan.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Condition.Comparison;
import org.shapan.reports.delivery.DeliveryKey;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.DayRule;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleException;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may make, change, resume, take over and leave which schedules, and whose rights they give to whom; on a portal that has no data yet. */
class ScheduleEditingTest {
    @TempDir
    static Path folder;

    private static TestPortal portal;
    private static PortalUser boss;
    private static PortalUser clerk;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(folder, Map.of("shapan.mail.allowed-domains", "branch.example"));
        Accounts accounts = portal.server().bean(Accounts.class);
        boss = accounts.create(ReportDeliveryTest.account("boss", Roles.ADMIN));
        clerk = accounts.create(ReportDeliveryTest.account("clerk", "reader"));
        portal.server()
                .bean(JdbcClient.class)
                .sql("update account set email = 'clerk@branch.example' where login = 'clerk'")
                .update();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void savingWhatTheEditorShowsChangesNothing() {
        ReportScheduler scheduler = scheduler();
        Condition condition = Condition.threshold(
                "select {[Measures].[Gross Fee]} on columns from [Revenue]",
                Comparison.BELOW,
                BigDecimal.TEN,
                Duration.ofHours(36));
        scheduler.save(new ReportSchedule(
                "edited",
                "before",
                "R03",
                Map.of(),
                Locale.CHINESE,
                List.of(ReportFormat.PDF),
                new Calendar(
                        "0 30 7 5 * *",
                        ZoneId.of("Asia/Shanghai"),
                        DayRule.NEXT,
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31)),
                "branch",
                condition,
                Manner.LINK,
                List.of(),
                false,
                "boss",
                Instant.now()));
        ReportSchedule before = scheduler.find("edited").orElseThrow();

        ScheduleDraft shown = ScheduleDraft.of(before);
        editing().save(shown, boss);

        assertThat(scheduler.find("edited").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(before);
        scheduler.delete("edited");
    }

    @Test
    void othersDoNotSeeAndCannotRunAScheduleThatIsNotTheirs() {
        ReportSchedule schedule = editing().save(ReportDeliveryTest.draft("he@branch.example"), boss);

        assertThat(centre().schedules(clerk))
                .noneMatch(entry -> entry.schedule().equals(schedule));
        assertThatThrownBy(() -> editing().runNow(schedule.id(), clerk)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> editing().delete(schedule.id(), clerk)).isInstanceOf(SecurityException.class);
        editing().delete(schedule.id(), boss);
    }

    @Test
    void whoIsNoAdministratorHasALimitedNumberOfSchedulesAndCannotTakeOver() {
        List<ReportSchedule> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(editing().save(ReportDeliveryTest.draft("clerk@branch.example"), clerk));
        }

        assertThatThrownBy(() -> editing().save(ReportDeliveryTest.draft("clerk@branch.example"), clerk))
                .isInstanceOf(ScheduleException.class)
                .hasMessageContaining("shapan.reports.schedules-per-user");
        editing().save(ScheduleDraft.of(made.getFirst()), clerk);
        editing().pause(made.getFirst().id(), true, clerk);
        made.add(editing().save(ReportDeliveryTest.draft("clerk@branch.example"), clerk));
        assertThatThrownBy(() -> editing().pause(made.getFirst().id(), false, clerk))
                .isInstanceOf(ScheduleException.class)
                .hasMessageContaining("shapan.reports.schedules-per-user");
        String bosss = editing()
                .save(ReportDeliveryTest.draft("he@branch.example"), boss)
                .id();
        assertThatThrownBy(() -> editing().takeOver(bosss, clerk)).isInstanceOf(SecurityException.class);
        editing().takeOver(made.getLast().id(), boss);
        assertThat(scheduler().find(made.getLast().id()).orElseThrow().owner()).isEqualTo("boss");
        made.forEach(schedule -> editing().delete(schedule.id(), boss));
        editing().delete(bosss, boss);
    }

    @Test
    void anAdministratorsChangeGivesAForeignAddressNoMoreThanTheOwnerSees() {
        ReportSchedule own = editing().save(ReportDeliveryTest.draft("stranger@branch.example"), clerk);

        ReportSchedule changed = editing().save(ScheduleDraft.of(own), boss);

        assertThat(changed.owner()).isEqualTo("clerk");
        assertThat(rights(changed)).containsExactly("clerk");
        editing().delete(own.id(), boss);
    }

    @Test
    void whoTakesOverAScheduleGivesHisRightsToForeignAddressesAndNotTheFormerOwners() {
        ReportSchedule schedule =
                editing().save(ReportDeliveryTest.draft("stranger@branch.example\nclerk@branch.example"), clerk);

        editing().takeOver(schedule.id(), boss);

        assertThat(rights(scheduler().find(schedule.id()).orElseThrow())).containsExactlyInAnyOrder("boss", "clerk");
        editing().delete(schedule.id(), boss);
    }

    @Test
    void whoGetsAReportOfAnothersScheduleMayUnsubscribe() {
        ReportSchedule schedule =
                editing().save(ReportDeliveryTest.draft("he@branch.example\nclerk@branch.example"), boss);
        editing().unsubscribe(schedule.id(), clerk);

        assertThat(scheduler().find(schedule.id()).orElseThrow().recipients())
                .extracting(Recipient::address)
                .containsExactly("he@branch.example");
        assertThatThrownBy(() -> editing().unsubscribe(schedule.id(), clerk)).isInstanceOf(SecurityException.class);
        editing().delete(schedule.id(), boss);
        ReportSchedule only = editing().save(ReportDeliveryTest.draft("clerk@branch.example"), boss);
        editing().unsubscribe(only.id(), clerk);
        assertThat(scheduler().find(only.id()).orElseThrow())
                .matches(ReportSchedule::paused)
                .matches(rest -> rest.recipients().isEmpty());
        editing().delete(only.id(), boss);
    }

    @Test
    void onlyAnAdministratorSendsToAFolder() {
        assertThatThrownBy(() -> editing().save(ReportDeliveryTest.draft("folder:finance"), clerk))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER));
        ReportSchedule own = editing().save(ReportDeliveryTest.draft("clerk@branch.example"), clerk);
        ScheduleDraft shown = ScheduleDraft.of(own);
        editing().save(to(shown, "folder:finance"), boss);

        editing().save(ScheduleDraft.of(scheduler().find(own.id()).orElseThrow()), clerk);

        assertThat(scheduler().find(own.id()).orElseThrow().recipients())
                .extracting(Recipient::address)
                .containsExactly("folder:finance");
        editing().delete(own.id(), boss);
    }

    @Test
    void anAddressOutsideTheAllowedDomainsIsRefusedWhenTheScheduleIsSaved() {
        assertThatThrownBy(() -> editing().save(ReportDeliveryTest.draft("thief@elsewhere.example"), boss))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RECIPIENT_ADDRESS));
    }

    @Test
    void theLedgerCountsAndShowsOnlyWhatItsReaderMaySee() {
        DeliveryLedger ledger = portal.server().bean(DeliveryLedger.class);
        for (String login : List.of("boss", "clerk")) {
            DeliveryKey key = new DeliveryKey("gone", Instant.now(), login + "@branch.example");
            ledger.miss(key, null, new Recipient(key.address(), login, login), "R03", key.messageId("R03", "x"));
        }
        LedgerFilter missed =
                new LedgerFilter(null, Instant.now().minus(Duration.ofDays(1)), Outcome.MISSED, "R03", null);

        assertThat(centre().counts(missed, boss)).containsExactly(Map.entry(Outcome.MISSED, 2L));
        assertThat(centre().recipients(missed, boss)).containsExactly("boss", "clerk");
        assertThat(centre().unsent(missed, boss)).hasSize(2);
        assertThat(centre().counts(missed, clerk)).containsExactly(Map.entry(Outcome.MISSED, 1L));
        assertThat(centre().rows(missed, 0, 10, clerk))
                .extracting(row -> row.recipient().login())
                .containsExactly("clerk");
        assertThat(centre().recipients(missed, clerk)).containsExactly("clerk");
        assertThat(centre().unsent(missed, clerk))
                .as("of schedules that are his")
                .isEmpty();
    }

    private static ScheduleDraft to(ScheduleDraft draft, String recipients) {
        return new ScheduleDraft(
                draft.id(),
                draft.name(),
                draft.templateId(),
                draft.parameters(),
                draft.language(),
                draft.formats(),
                draft.timing(),
                draft.burst(),
                recipients,
                draft.manner(),
                draft.subject(),
                draft.condition());
    }

    /** Whose rights render what goes to each recipient. */
    private static List<String> rights(ReportSchedule schedule) {
        return scheduler().dryRun(schedule).copies().stream()
                .map(copy -> copy.recipient().login())
                .toList();
    }

    private static ReportScheduler scheduler() {
        return portal.server().bean(ReportScheduler.class);
    }

    private static ScheduleEditing editing() {
        return portal.server().bean(ScheduleEditing.class);
    }

    private static ReportCentre centre() {
        return portal.server().bean(ReportCentre.class);
    }
}
